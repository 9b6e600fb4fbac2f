internal import EchoCore

extension DecodeError {
    /// The reports of files that do not open, are no clips or are too large, and of pictures not written.
    var fileReport: FailureReport {
        switch self {
        case .unopenable(let status):
            FailureReport(
                "decode.unopenable", FailureKind(errno: status),
                reason: "The system refused to open or read the file (errno \(status)).",
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
                reason: "The system refused to write the picture (errno \(status)).",
                remedy: "Check that the folder is there, writable and not full.")
        case .noVideoStream, .unsupportedCodec, .noFrames, .truncated, .cutShort, .damagedFrame, .notAnImage,
            .directory, .noPixelData, .damagedHeader, .unsupported, .notAReport:
            preconditionFailure("another failure than a file's was asked for its report")
        }
    }

    /// The reports of videos whose frames are missing or do not decode.
    var videoReport: FailureReport {
        switch self {
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
        case .unopenable, .empty, .unreadable, .notAClip, .notRegular, .tooLarge, .notEncoded, .notWritten,
            .notAnImage, .directory, .noPixelData, .damagedHeader, .unsupported, .notAReport:
            preconditionFailure("another failure than a video's was asked for its report")
        }
    }
}
