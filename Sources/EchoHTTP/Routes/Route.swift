import EchoLedger
import HTTPTypes
import Hummingbird

/// One operation of the service, in the words of `openapi.json`.
struct Route: Sendable {
    /// Answers a request.
    typealias Handler = @Sendable (Request, EchoContext) async throws -> Response

    let method: HTTPRequest.Method
    /// Such as `/v1/studies/{study}`.
    let path: String
    /// The scope that a caller needs; `nil` for a route that is open to all.
    let scope: KeyScope?
    let handler: Handler

    private init(
        _ method: HTTPRequest.Method, _ path: String, _ scope: KeyScope?, _ handler: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.scope = scope
        self.handler = handler
    }

    /// Reads something.
    static func get(_ path: String, _ scope: KeyScope?, _ handler: @escaping Handler) -> Route {
        Route(.get, path, scope, handler)
    }

    /// Sends something.
    static func post(_ path: String, _ scope: KeyScope?, _ handler: @escaping Handler) -> Route {
        Route(.post, path, scope, handler)
    }

    /// Takes something away.
    static func delete(_ path: String, _ scope: KeyScope?, _ handler: @escaping Handler) -> Route {
        Route(.delete, path, scope, handler)
    }
}
