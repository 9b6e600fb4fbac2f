import HTTPTypes
import Metrics

/// Counts and times requests, by route, method and class of status.
struct RequestMetrics: Sendable {
    /// What each name is.
    static let help = [
        requests: "Requests answered.", seconds: "Seconds from a request's head to its answer's head.",
        inFlight: "Requests that are being answered.", refused: "Requests refused, by the failure's code.",
    ]

    private static let requests = "echoseek_http_requests_total"
    private static let seconds = "echoseek_http_request_duration_seconds"
    private static let inFlight = "echoseek_http_requests_in_flight"
    private static let refused = "echoseek_http_refused_total"
    private static let methods: Set<HTTPRequest.Method> = [
        .get, .head, .post, .delete, .put, .patch, .options,
    ]

    let backend: PrometheusMetrics

    /// A request began.
    func began() { Meter(label: Self.inFlight, factory: backend).increment() }

    /// A request was answered.
    ///
    /// - Parameter route: the path with its parameters' names, never with their values.
    func answered(
        _ method: HTTPRequest.Method, route: String, status: HTTPResponse.Status, after duration: Duration
    ) {
        Meter(label: Self.inFlight, factory: backend).decrement()
        let name = Self.methods.contains(method) ? method.rawValue : "other"
        let labels = [("route", route), ("method", name)]
        Counter(
            label: Self.requests, dimensions: labels + [("status", "\(status.code / 100)xx")],
            factory: backend
        ).increment()
        Timer(label: Self.seconds, dimensions: labels, factory: backend).record(duration: duration)
    }

    /// A request was refused with a failure's code.
    func refused(code: String) {
        Counter(label: Self.refused, dimensions: [("code", code)], factory: backend).increment()
    }
}
