public import EchoCore

/// Why a path gives no clip before any decoder is asked.
public enum InputError: EchoFailure, Equatable {
    /// A folder that was walked already: named twice, or within another that was named.
    case folderLoop
    /// A link to a folder, found below a folder that was named; links named by the caller are followed.
    case folderLink
    /// The system would not list a folder.
    case unreadableFolder
    /// A file whose name is not UTF-8, so that no path reaches it.
    case unreadableName
    /// Nothing is there.
    case missing
    /// The system would not open or read it.
    case unreadable
    /// A folder, a pipe, a socket or a device.
    case notRegular
    /// More bytes than any clip has.
    case tooLarge(found: Int, limit: Int)
    /// A text or a table that goes with the clips of the same run.
    case companion
    /// A text beside a clip that cannot be taken for its report.
    case unreadableReport

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .folderLoop:
            FailureReport(
                "input.folderLoop", .badInput, reason: "The folder was walked already in this run.",
                remedy: "Nothing is lost; name it once to be rid of this line.")
        case .folderLink:
            FailureReport(
                "input.folderLink", .badInput,
                reason: "This is a link to a folder, and such are not followed.",
                remedy: "Name the folder that it leads to, if its clips are wanted.")
        case .unreadableFolder:
            FailureReport(
                "input.unreadableFolder", .denied, reason: "The system refused to list the folder.",
                remedy: "Check that this user may read it.")
        case .unreadableName:
            FailureReport(
                "input.unreadableName", .badInput, reason: "The file's name is not UTF-8 text.",
                remedy: "Rename the file and run again.")
        case .missing:
            FailureReport(
                "input.missing", .notFound, reason: "There is no such file.", remedy: "Check the path.")
        case .unreadable:
            FailureReport(
                "input.unreadable", .denied, reason: "The system refused to read the file.",
                remedy: "Check that this user may read it, and that its disk is well.")
        default: reportOnContent
        }
    }

    private var reportOnContent: FailureReport {
        switch self {
        case .tooLarge(let found, let limit):
            FailureReport(
                "input.tooLarge", .badInput,
                reason: "The file has \(found) bytes, at most \(limit) are read.",
                remedy: "Export the clip by itself.")
        case .companion:
            FailureReport(
                "input.companion", .badInput, reason: "This is a text or table that goes with the clips.",
                remedy: "Nothing is lost: it was read as a report, or as the table that was named.")
        case .unreadableReport:
            FailureReport(
                "input.unreadableReport", .badInput,
                reason: "The text beside a clip is empty, not UTF-8, or longer than a mebibyte.",
                remedy: "Save the report as UTF-8 text, or take the file away.")
        default:
            FailureReport(
                "input.notRegular", .badInput,
                reason: "This is a folder, a pipe, a socket or a device, not a file.",
                remedy: "Give a regular file.")
        }
    }
}
