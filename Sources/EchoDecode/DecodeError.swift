public import EchoCore

/// Why a file gives no frames.
public enum DecodeError: EchoFailure, Equatable {
    /// The system would not open or read the file; `status` is its errno.
    case unopenable(status: Int32)
    /// The file has no bytes.
    case empty
    /// Neither DICOM nor anything libavformat knows; `status` is its negative return value.
    case unreadable(status: Int32)
    /// The file is something else than a clip.
    case notAClip(FileKind)
    /// The path names no ordinary file but, for one, a folder.
    case notRegular(what: String)
    /// The container opened, and none of its streams is video.
    case noVideoStream(streams: Int)
    /// No decoder here knows the video stream's codec.
    case unsupportedCodec(name: String)
    /// The video stream has no frames.
    case noFrames
    /// The file ends before its frames do.
    case truncated(held: Int, declared: Int)
    /// The file ends before its container does, where frames cannot be counted; in bytes.
    case cutShort(held: Int, declared: Int)
    /// A frame's bytes do not decode; `status` is the codec's number.
    case damagedFrame(index: Int, status: Int32)
    /// The pictures, their number or the file are larger than the limits allow.
    case tooLarge(what: String, found: Int, limit: Int)
    /// A picture could not be encoded; `status` is libavcodec's negative return value.
    case notEncoded(status: Int32)
    /// A picture could not be written; `status` is the system's number.
    case notWritten(status: Int32)

    // DICOM only.

    /// A DICOM object of another kind; `sopClass` is its standard name, or `unknown`.
    case notAnImage(sopClass: String)
    /// A DICOMDIR: a list of other files.
    case directory
    /// An image object without its pixel data.
    case noPixelData
    /// A DICOM header that cannot be right; `field` is a keyword or a place, `found` its number.
    case damagedHeader(field: String, found: Int)
    /// A transfer syntax or a picture format that we do not decode, by name.
    case unsupported(what: String)
    /// A DICOM object that holds no report's text.
    case notAReport(sopClass: String)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .unopenable(let status):
            FailureReport(
                "decode.unopenable", status == 13 ? .denied : .notFound,
                reason: "The system refused to open the file (errno \(status)).",
                remedy: "Check that the file is there and that this user may read it.")
        case .empty:
            FailureReport(
                "decode.empty", .badInput, reason: "The file has no bytes.",
                remedy: "Export the clip again.")
        case .unreadable(let status):
            FailureReport(
                "decode.unreadable", .badInput,
                reason: "The file is neither DICOM nor a video container that libavformat knows (\(status)).",
                remedy: "Export the clip as DICOM, AVI or MP4.")
        case .notAClip(let kind): kind.refusal
        case .notRegular(let what):
            FailureReport(
                "decode.notRegular", .badInput, reason: "The path names \(what), not an ordinary file.",
                remedy: "Name the clip's own file.")
        case .noVideoStream(let streams):
            FailureReport(
                "decode.noVideoStream", .badInput,
                reason: "The file holds \(streams) stream(s), none of them video.",
                remedy: "Export the clip itself, not its audio track or its report.")
        case .unsupportedCodec(let name):
            FailureReport(
                "decode.unsupportedCodec", .badInput,
                reason: "The video is coded as \(name), which no decoder here knows.",
                remedy: "Export the clip as MJPEG, H.264 or DICOM.")
        case .noFrames:
            FailureReport(
                "decode.noFrames", .badInput, reason: "The file declares a video of no frames.",
                remedy: "Export the clip again.")
        case .truncated(let held, let declared):
            FailureReport(
                "decode.truncated", .badInput,
                reason: "The file holds \(held) whole frame(s) of the \(declared) it declares.",
                remedy: "Copy or export the clip again: this one is cut short.")
        case .cutShort(let held, let declared):
            FailureReport(
                "decode.cutShort", .badInput,
                reason: "The file holds \(held) of the \(declared) bytes it declares.",
                remedy: "Copy or export the clip again: this one is cut short.")
        case .damagedFrame(let index, let status):
            FailureReport(
                "decode.damagedFrame", .badInput,
                reason: "Frame \(index) does not decode (codec status \(status)).",
                remedy: "Copy or export the clip again: its bytes are damaged.")
        case .tooLarge(let what, let found, let limit):
            FailureReport(
                "decode.tooLarge", .badInput,
                reason: "The file has \(found) \(what), and the limit is \(limit).",
                remedy: "Check that the header is right; export the clip smaller if it is.")
        case .notEncoded(let status):
            FailureReport(
                "decode.notEncoded", .defect,
                reason: "libavcodec would not encode the picture as PNG (\(status)).",
                remedy: "Report a defect, with the picture's size.")
        case .notWritten(let status):
            FailureReport(
                "decode.notWritten", .systemError,
                reason: "The system refused to write the picture (\(status)).",
                remedy: "Check that the folder is there, writable and not full.")
        case .notAnImage(let sopClass):
            FailureReport(
                "decode.notAnImage", .badInput,
                reason: "The DICOM file holds no pictures: its SOP class is \(sopClass).",
                remedy: "Pass the study's ultrasound image files.")
        case .directory:
            FailureReport(
                "decode.directory", .badInput,
                reason: "The file is a DICOMDIR: a list of other files, without pictures of its own.",
                remedy: "Pass the folder that it describes.")
        case .noPixelData:
            FailureReport(
                "decode.noPixelData", .badInput, reason: "The DICOM image has a header and no pixel data.",
                remedy: "Export the clip again, with its pictures.")
        case .damagedHeader(let field, let found):
            FailureReport(
                "decode.damagedHeader", .badInput,
                reason: "The DICOM header cannot be right: \(field) \(found).",
                remedy: "Copy or export the clip again: its header is damaged.")
        case .unsupported(let what):
            FailureReport(
                "decode.unsupported", .badInput,
                reason: "The DICOM pictures are stored in a form not decoded here: \(what).",
                remedy: "Convert the file to Explicit VR Little Endian, for example with gdcmconv --raw.")
        case .notAReport(let sopClass):
            FailureReport(
                "decode.notAReport", .badInput,
                reason: "The DICOM file holds no report text: its SOP class is \(sopClass).",
                remedy: "Pass the study's structured report.")
        }
    }
}
