import Logging
import EchoLedger
import Foundation
import HTTPTypes
import Hummingbird

/// Finds out who calls, and refuses those who come too often, from another site's page, or by a foreign name.
struct CallerMiddleware: RouterMiddleware {
    let gate: Gate
    /// Requests of each caller.
    let rates: RequestRates
    /// Whether a proxy on this machine names each caller's address.
    let isBehindProxy: Bool
    /// What all requests' bodies share.
    let bodies: BodyMemory

    /// Paths that monitors call often and that tell nothing.
    private static let unmetered: Set<String> = ["/livez", "/readyz", "/healthz"]

    func handle(
        _ request: Request, context: EchoContext,
        next: @concurrent (Request, EchoContext) async throws -> Response
    ) async throws -> Response {
        if Self.unmetered.contains(request.uri.path) { return try await next(request, context) }
        let now = Date()
        if Self.changes(request.method), Origins.isForeign(request) { throw HTTPFailure.foreignSite }
        var context = context
        if isBehindProxy { context.peer = Origins.address(of: request, from: context.peer) }
        let peer = context.peer ?? "local"
        context.caller = try await gate.caller(of: request, peer: peer, at: now)
        if context.caller == .local, !Origins.isLocalHost(request) { throw HTTPFailure.foreignHost }
        let name = context.caller.scope == nil ? peer : context.caller.actor.text
        context.body = BodyMemory.Share(of: bodies)
        if let wait = rates.wait(for: name, now: .now) { throw HTTPFailure.tooMany(retryAfter: wait) }
        return try await next(request, context)
    }

    private static func changes(_ method: HTTPRequest.Method) -> Bool {
        ![.get, .head, .options].contains(method)
    }
}
