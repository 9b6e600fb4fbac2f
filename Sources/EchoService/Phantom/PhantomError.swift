public import EchoCore

/// Why a simulated set could not be made.
public enum PhantomError: EchoFailure, Equatable {
    /// The folder holds files that no run of ours wrote.
    case notEmpty
    /// The folder holds a set of other parameters, or of another version.
    case otherSet
    /// Another run is writing to the folder.
    case busy
    /// The folder cannot be made or read; `status` is the system's errno.
    case folder(status: Int32)
    /// A parameter is not one that it can be.
    case parameter(name: String, found: String, expected: String)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .notEmpty:
            FailureReport(
                "phantom.notEmpty", .badInput,
                reason: "The folder holds files that are no simulated set.",
                remedy: "Name an empty folder, or one that is not there yet.")
        case .otherSet:
            FailureReport(
                "phantom.otherSet", .badInput,
                reason: "The folder holds a simulated set of other parameters or of another version.",
                remedy: "Repeat the parameters of that run to go on with it, or name another folder.")
        case .busy:
            FailureReport(
                "phantom.busy", .busy, reason: "Another run is writing to the folder.",
                remedy: "Wait for it to end.")
        case .folder(let status):
            FailureReport(
                "phantom.folder", status == 13 ? .denied : .systemError,
                reason: "The system refused the folder (errno \(status)).",
                remedy: "Check that its parent is there and that this user may write to it.")
        case .parameter(let name, let found, let expected):
            FailureReport(
                "phantom.parameter", .misconfigured,
                reason: "`\(name)` is \(found), expected \(expected).", remedy: "Change it.")
        }
    }
}
