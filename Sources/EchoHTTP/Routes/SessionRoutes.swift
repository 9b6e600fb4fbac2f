import EchoLedger
import Foundation
import HTTPTypes
import Hummingbird

/// Exchanges a key for a cookie, so that a browser's videos and events are admitted too.
struct SessionRoutes: Sendable {
    let gate: Gate
    let isTLS: Bool
    let trail: Trail

    var routes: [Route] {
        [
            .get("/v1/session", nil) { _, context in try Reply.json(try await state(of: context.caller)) },
            .post("/v1/session", nil, start),
            .delete("/v1/session", nil, end),
        ]
    }

    private func start(_ request: Request, _ context: EchoContext) async throws -> Response {
        let body = try await JSONBodies.read(SessionBody.self, from: request, context, limit: 4 << 10)
        let now = Date()
        let caller = try await gate.caller(
            of: try Bounds.text(body.key, "key", most: 200), peer: context.peer ?? "local", at: now)
        guard case .key(let id) = caller.actor else { throw HTTPFailure.badKey }
        try await trail.note(.session, by: caller)
        var response = try Reply.json(try await state(of: caller))
        response.setCookie(cookie(gate.sessions.begin(for: id, at: now), age: Int(SessionStore.lifetime)))
        return response
    }

    private func end(_ request: Request, _ context: EchoContext) async throws -> Response {
        if let token = request.cookies[Gate.cookie]?.value { gate.sessions.end(token) }
        var response = Reply.done
        response.setCookie(cookie("", age: 0))
        return response
    }

    private func state(of caller: Caller) async throws -> SessionState {
        SessionState(
            scopes: caller.scopes, needsKey: try await gate.needsKey(at: Date()), name: caller.name)
    }

    private func cookie(_ value: String, age: Int) -> Cookie {
        Cookie(
            name: Gate.cookie, value: value, maxAge: age, path: "/", secure: isTLS, httpOnly: true,
            sameSite: .strict)
    }
}

/// The body of POST /v1/session.
struct SessionBody: JSONBody {
    let key: String

    static let fields: Set<String> = ["key"]
}

/// Who a caller is to this server.
struct SessionState: Encodable {
    let scopes: [KeyScope]
    let needsKey: Bool
    let name: String?
}
