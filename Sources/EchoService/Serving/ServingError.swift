public import EchoCore

/// Why the encoder did not answer.
public enum ServingError: EchoFailure, Equatable {
    /// As many wait as may wait.
    case busy(retryAfter: Duration)
    /// A known text or frame gave another vector than at the start, or none.
    case unsound

    /// When to try again; `nil` where that would not help.
    public var retryAfter: Duration? {
        switch self {
        case .busy(let time): time
        case .unsound: nil
        }
    }

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .busy(let time):
            FailureReport(
                "serving.busy", .busy, reason: "As many requests wait as may wait.",
                remedy: "Try again in \(time.components.seconds) s.")
        case .unsound:
            FailureReport(
                "serving.unsound", .systemError,
                reason: "The encoder no longer gives the vectors that it gave at the start.",
                remedy: "Restart the service; if it lasts, check the machine's memory and `model verify`.")
        }
    }
}
