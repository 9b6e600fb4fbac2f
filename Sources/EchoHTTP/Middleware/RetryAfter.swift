import EchoCore
import EchoService

/// When a refused caller may try again.
enum RetryAfter {
    /// Seconds, at least 1; `nil` where the failure does not say.
    static func seconds(of failure: any EchoFailure) -> Int? {
        switch failure {
        case HTTPFailure.tooMany(let seconds): seconds
        case let failure as ServingError: whole(failure.retryAfter)
        case let failure as JobError: whole(failure.retryAfter)
        case let failure as MediaError: whole(failure.retryAfter)
        default: nil
        }
    }

    private static func whole(_ duration: Duration?) -> Int? {
        duration.map { max(1, Int(($0 / .seconds(1)).rounded(.up))) }
    }
}
