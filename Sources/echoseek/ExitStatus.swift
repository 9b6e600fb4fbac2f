import EchoCore

/// What the shell learns of a run; numbers above 63 are sysexits'.
enum ExitStatus: Int32 {
    case internalError = 1
    case someItemsFailed = 2
    case badData = 65
    case inputMissing = 66
    case ioError = 74
    case busy = 75
    case notPermitted = 77
    case configuration = 78
    case interrupted = 130

    /// The one place where a failure's kind becomes a status.
    init(_ kind: FailureKind) {
        self =
            switch kind {
            case .badInput: .badData
            case .notFound: .inputMissing
            case .busy: .busy
            case .damaged, .systemError: .ioError
            case .denied: .notPermitted
            case .misconfigured: .configuration
            case .cancelled: .interrupted
            case .defect: .internalError
            }
    }
}
