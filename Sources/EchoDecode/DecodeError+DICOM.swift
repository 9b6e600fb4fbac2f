internal import EchoCore

extension DecodeError {
    /// The reports that only DICOM files give.
    var dicomReport: FailureReport {
        switch self {
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
        case .unopenable, .empty, .unreadable, .notAClip, .notRegular, .noVideoStream, .unsupportedCodec,
            .noFrames, .truncated, .cutShort, .damagedFrame, .tooLarge, .notEncoded, .notWritten:
            preconditionFailure("another failure than DICOM's was asked for its report")
        }
    }
}
