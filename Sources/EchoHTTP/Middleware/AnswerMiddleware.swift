import NIOConcurrencyHelpers
import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The outermost step: turns failures into answers, adds the headers that every answer has, counts and logs.
///
/// The log has routes, statuses, times and opaque ids; never a path, a query or a body.
struct AnswerMiddleware: RouterMiddleware {
    let metrics: RequestMetrics
    let isTLS: Bool
    /// The methods that a path takes.
    let methods: @Sendable (String) -> [String]

    func handle(
        _ request: Request, context: EchoContext,
        next: @concurrent (Request, EchoContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        metrics.began()
        let times = EncoderTimes()
        var response: Response
        do {
            response = try await EncoderTimes.$current.withValue(times) { try await next(request, context) }
        } catch {
            response = answer(to: error, request, context)
        }
        let taken = ContinuousClock.now - start
        addHeaders(&response, taken: taken, id: context.logger[metadataKey: "hb.request.id"]?.description)
        if context.isClosing.withLockedValue({ $0 }) { response.headers[.connection] = "close" }
        response.headers[.queueTime] = String(Duration.seconds(times.seconds.queue).milliseconds)
        response.headers[.inferenceTime] = String(Duration.seconds(times.seconds.work).milliseconds)
        let route = context.endpointPath ?? "none"
        metrics.answered(request.method, route: route, status: response.status, after: taken)
        context.logger.info(
            "answered",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(route),
                "caller": .string(context.known.withLockedValue { $0 }),
                "status": .stringConvertible(response.status.code),
                "ms": .stringConvertible(taken.milliseconds),
            ])
        return response
    }

    private func answer(to error: any Error, _ request: Request, _ context: EchoContext) -> Response {
        let failure = (error as? any EchoFailure) ?? known(error, request)
        let report = (failure ?? HTTPFailure.defect).report
        if failure == nil {
            context.logger.error("unknown error", metadata: ["type": .string("\(type(of: error))")])
        }
        let path = request.uri.path
        let isOpenAI = path == "/v1/embeddings" || path.hasPrefix("/v1/models")
        metrics.refused(code: report.code)
        context.logger.info("refused", metadata: ["code": .string(report.code)])
        return Reply.failure(
            report, retryAfter: failure.flatMap { RetryAfter.seconds(of: $0) },
            allowed: failure.flatMap { Self.allowed($0) } ?? [], asOpenAI: isOpenAI)
    }

    /// What other libraries throw, in our words.
    private func known(_ error: any Error, _ request: Request) -> (any EchoFailure)? {
        switch error {
        case let error as HTTPError where error.status == .notFound:
            let allowed = methods(request.uri.path)
            return allowed.isEmpty ? HTTPFailure.noRoute : HTTPFailure.wrongMethod(allowed: allowed)
        case is HTTPError: return HTTPFailure.body(problem: "it is not of the expected form")
        case is CancellationError: return HTTPFailure.ending
        default: return nil
        }
    }

    private static func allowed(_ failure: any EchoFailure) -> [String]? {
        if case .wrongMethod(let allowed) = failure as? HTTPFailure { return allowed }
        return nil
    }

    private func addHeaders(_ response: inout Response, taken: Duration, id: String?) {
        for (name, value) in SecurityHeaders.all { response.headers[name] = value }
        if isTLS { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[.totalTime] = String(taken.milliseconds)
        response.headers[.requestID] = id
    }
}

extension Duration {
    /// Milliseconds, to a thousandth.
    var milliseconds: Double { (self / .microseconds(1)).rounded() / 1_000 }
}

extension HTTPField.Name {
    /// Milliseconds from the request's head to the answer's.
    static var totalTime: Self { HTTPField.Name("X-Total-Time") ?? .age }
    /// Milliseconds that the request's inputs waited for the encoder.
    static var queueTime: Self { HTTPField.Name("X-Queue-Time") ?? .age }
    /// Milliseconds that the encoder worked on them.
    static var inferenceTime: Self { HTTPField.Name("X-Inference-Time") ?? .age }
    /// The request's number in the log.
    static var requestID: Self { HTTPField.Name("X-Request-ID") ?? .age }
}
