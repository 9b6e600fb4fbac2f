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
    /// Failed keys of each address.
    let failures: RequestRates

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
        let peer = context.peer ?? "local"
        do { context.caller = try await gate.caller(of: request, at: now) } catch HTTPFailure.badKey {
            if let wait = failures.wait(for: peer, now: .now) { throw HTTPFailure.tooMany(retryAfter: wait) }
            throw HTTPFailure.badKey
        }
        if context.caller == .local, !Origins.isLocalHost(request) { throw HTTPFailure.foreignHost }
        let name = context.caller.scope == nil ? peer : context.caller.actor.text
        if let wait = rates.wait(for: name, now: .now) { throw HTTPFailure.tooMany(retryAfter: wait) }
        context.logger[metadataKey: "caller"] = .string(context.caller.actor.text)
        return try await next(request, context)
    }

    private static func changes(_ method: HTTPRequest.Method) -> Bool {
        ![.get, .head, .options].contains(method)
    }
}
