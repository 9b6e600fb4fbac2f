public import EchoCore

/// Why a clip could not be written to a file.
public enum ExportError: EchoFailure, Equatable {
    /// The operating system or a library refused to write; `status` is its number.
    case unwritable(status: Int32)
    /// No space is left where the file was to be.
    case diskFull
    /// The library on this machine has no encoder of that name.
    case noEncoder(name: String)
    /// An encoder or a muxer refused the clip; `status` is the library's number.
    case notEncoded(library: String, status: Int32)
    /// The format codes blocks of 2 x 2 pixels, and the picture has an odd side.
    case oddSize(PictureSize)
    /// The format holds one rate for all frames, and the clip has several intervals, in milliseconds.
    case unevenTimes(shortest: Double, longest: Double)
    /// The format counts bytes, rows or values with fewer bits than the clip needs.
    case tooLarge(what: String, found: Int, limit: Int)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .unwritable(let status):
            FailureReport(
                "export.unwritable", .systemError,
                reason: "The clip could not be written (status \(status)).",
                remedy: "Look at the folder's permissions and free space.")
        case .diskFull:
            FailureReport(
                "export.diskFull", .systemError, reason: "No space is left for the clip.",
                remedy: "Free some space and run the same command again.")
        case .noEncoder(let name):
            FailureReport(
                "export.noEncoder", .misconfigured,
                reason: "The libavcodec of this machine has no encoder `\(name)`.",
                remedy: "Install Debian's libavcodec, or write DICOM.")
        case .notEncoded(let library, let status):
            FailureReport(
                "export.notEncoded", .defect,
                reason: "\(library) would not encode the clip (status \(status)).",
                remedy: "Report a defect, with the pictures' size and the format.")
        case .oddSize(let size):
            FailureReport(
                "export.oddSize", .badInput,
                reason: "H.264 needs even sides, and the pictures are \(size).",
                remedy: "Choose an even size, or write AVI or DICOM.")
        case .unevenTimes(let shortest, let longest):
            FailureReport(
                "export.unevenTimes", .badInput,
                reason: "AVI has one frame rate, and the frames are \(shortest) to \(longest) ms apart.",
                remedy: "Write MP4 or DICOM.")
        case .tooLarge(let what, let found, let limit):
            FailureReport(
                "export.tooLarge", .badInput,
                reason: "The clip has \(found) \(what), and the format has room for \(limit).",
                remedy: "Write fewer frames or smaller pictures.")
        }
    }
}
