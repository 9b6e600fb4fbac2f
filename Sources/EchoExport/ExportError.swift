public import EchoCore

/// Why a clip could not be written to a file.
public enum ExportError: EchoFailure, Equatable {
    /// The operating system or a library refused to write; `status` is its number.
    case unwritable(status: Int32)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .unwritable(let status):
            FailureReport(
                "export.unwritable", .systemError,
                reason: "The clip could not be written (status \(status)).",
                remedy: "Look at the folder's permissions and free space.")
        }
    }
}
