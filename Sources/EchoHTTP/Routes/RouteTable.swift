import EchoLedger
import HTTPTypes
import Hummingbird

/// Every route of the service, and the router made of them.
struct RouteTable: Sendable {
    let routes: [Route]

    /// Methods that browsers and tools use; on a known path those it does not have are refused with 405.
    private static let methods: [HTTPRequest.Method] = [.get, .post, .put, .delete, .patch, .options, .trace]

    /// The router, behind the middleware that every route shares.
    func router(
        answering: AnswerMiddleware, calling: CallerMiddleware
    ) -> Router<EchoContext> {
        let router = Router(context: EchoContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: answering)
        router.add(middleware: calling)
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try Self.admit(context.caller, to: route)
                return try await route.handler(request, context)
            }
        }
        for (path, own) in Dictionary(grouping: routes, by: \.path) {
            let allowed = own.map(\.method.rawValue) + (own.contains { $0.method == .get } ? ["HEAD"] : [])
            for method in Self.methods where !own.contains(where: { $0.method == method }) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw HTTPFailure.wrongMethod(allowed: allowed.sorted())
                }
            }
        }
        return router
    }

    private static func admit(_ caller: Caller, to route: Route) throws {
        guard let needed = route.scope else { return }
        guard let own = caller.scope else { throw HTTPFailure.noKey }
        guard own.permits(needed) else { throw HTTPFailure.scope(needed: needed.rawValue) }
    }
}
