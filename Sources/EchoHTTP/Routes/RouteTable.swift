import EchoCore
import EchoLedger
import HTTPTypes
import Hummingbird

/// Every route of the service, and the router made of them.
struct RouteTable: Sendable {
    let routes: [Route]
    /// Where refusals are noted.
    let trail: Trail

    /// The methods that a path takes; none for a path that is not known.
    func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/")
        let own = routes.filter { route in
            let names = route.path.split(separator: "/")
            return names.count == parts.count
                && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        return (own.map(\.method.rawValue) + (own.contains { $0.method == .get } ? ["HEAD"] : [])).sorted()
    }

    /// The router, behind the middleware that every route shares.
    func router(
        answering: AnswerMiddleware, calling: CallerMiddleware
    ) -> Router<EchoContext> {
        let router = Router(context: EchoContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: answering)
        router.add(middleware: calling)
        let trail = trail
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await Self.admit(context.caller, to: route, trail)
                return try await route.handler(request, context)
            }
        }
        return router
    }

    /// - Throws: ``HTTPFailure/noKey``; ``HTTPFailure/scope(needed:)``, which the audit trail knows of.
    private static func admit(_ caller: Caller, to route: Route, _ trail: Trail) async throws {
        guard let needed = route.scope else { return }
        guard let own = caller.scope else { throw HTTPFailure.noKey }
        guard own.permits(needed) else {
            throw try await trail.refusal(.scope(needed: needed.rawValue), of: caller)
        }
    }
}
