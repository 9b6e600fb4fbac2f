internal import EchoCore

extension FileKind {
    /// What to tell the person where a clip was expected.
    var refusal: FailureReport {
        let (found, remedy): (String, String) =
            switch self {
            case .zip: ("a zip archive", "Unzip it first, with its password if it has one.")
            case .archive: ("an archive or a compressed file", "Unpack it first.")
            case .playlist: ("a list of other files", "Name the clips themselves: lists are not followed.")
            case .pdf: ("a PDF document", "Export the clip itself, not its report.")
            case .markup: ("an HTML or XML document", "Export the clip itself, not its report.")
            case .text: ("a text", "Export the clip itself, not its report.")
            case .program: ("a program", "Name the clip's own file.")
            case .database: ("an SQLite database", "Name the clip's own file.")
            case .blank: ("blank: its first bytes are all zero", "Copy or export the clip again.")
            case .dicom, .video, .picture, .unknown:
                ("of an unexpected kind", "Export the clip as DICOM, AVI or MP4.")
            }
        return FailureReport(
            "decode.notAClip", .badInput, reason: "The file is \(found), and a clip was expected.",
            remedy: remedy)
    }
}
