public import EchoCore

/// A single file that was asked for could not be embedded; the report is the file's own.
public struct FileRefused: EchoFailure {
    /// Why.
    public let report: FailureReport
}
