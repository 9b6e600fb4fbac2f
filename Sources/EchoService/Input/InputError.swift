public import EchoCore

/// Why a path gives no clip before any decoder is asked.
public enum InputError: EchoFailure, Equatable {
    /// A folder that was walked already: a link back up, or the same folder twice.
    case folderLoop
    /// The system would not list a folder.
    case unreadableFolder
    /// Nothing is there.
    case missing
    /// The system would not open or read it.
    case unreadable
    /// A pipe, a socket or a device.
    case notRegular
    /// Text, a table or a picture file that goes with clips: read as a report where it is one.
    case companion

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .folderLoop:
            FailureReport(
                "input.folderLoop", .badInput, reason: "The folder was walked already, by another name.",
                remedy: "Nothing is lost; remove the link to stop this line.")
        case .unreadableFolder:
            FailureReport(
                "input.unreadableFolder", .denied, reason: "The system refused to list the folder.",
                remedy: "Check that this user may read it.")
        case .missing:
            FailureReport(
                "input.missing", .notFound, reason: "There is no such file.", remedy: "Check the path.")
        case .unreadable:
            FailureReport(
                "input.unreadable", .denied, reason: "The system refused to read the file.",
                remedy: "Check that this user may read it, and that its disk is well.")
        case .notRegular:
            FailureReport(
                "input.notRegular", .badInput, reason: "This is a pipe, a socket or a device, not a file.",
                remedy: "Give a regular file.")
        case .companion:
            FailureReport(
                "input.companion", .badInput, reason: "This is a text file that goes with clips, not a clip.",
                remedy: "Nothing is lost; reports are read from `.txt` beside a clip or from --reports.")
        }
    }
}
