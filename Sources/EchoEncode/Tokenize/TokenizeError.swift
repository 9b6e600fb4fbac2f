public import EchoCore

/// Why a vocabulary cannot be used, or a text not be put into tokens.
public enum TokenizeError: EchoFailure, Equatable {
    /// The file is there and could not be read.
    case unreadable(file: VocabularyFile)
    /// The file, or what is packed in it, is larger than a vocabulary can be.
    case tooLarge(file: VocabularyFile, limit: Int)
    /// The gzip archive is cut short, or its checksum or its structure is wrong; `status` is zlib's.
    case damagedArchive(file: VocabularyFile, status: Int32)
    /// The file's bytes are not UTF-8 text.
    case notText(file: VocabularyFile)
    /// A line, counted from 1, is not what the format asks for.
    case malformedLine(file: VocabularyFile, line: Int, found: String, expected: String)
    /// The JSON file has another structure.
    case malformedJSON(file: VocabularyFile, expected: String)
    /// Two files, or two parts of one, number the same symbol differently.
    case inconsistent(file: VocabularyFile, found: String, expected: String)
    /// The file holds no entry.
    case emptyVocabulary(file: VocabularyFile)
    /// The context has no room for the start and the end token.
    case contextTooShort(found: Int)
    /// The text is longer than any report.
    case textTooLong(characters: Int, limit: Int)
    /// No phrase of the template vocabulary occurs in the text: every such text has the same embedding.
    case nothingRecognized(characters: Int)

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .unreadable(let file):
            .vocabulary("Unreadable", "\(file.rawValue) is there and could not be read.", kind: .denied)
        case .tooLarge(let file, let limit):
            .vocabulary("TooLarge", "\(file.rawValue) holds more than \(limit) bytes: no vocabulary does.")
        case .damagedArchive(let file, let status):
            .vocabulary("ArchiveDamaged", "\(file.rawValue) is no whole gzip file (zlib \(status)).")
        case .notText(let file):
            .vocabulary("NotText", "\(file.rawValue) is not UTF-8 text.")
        case .malformedLine(let file, let line, let found, let expected):
            .vocabulary(
                "LineMalformed", "\(file.rawValue), line \(line): found \(found), expected \(expected).")
        case .malformedJSON(let file, let expected):
            .vocabulary("JSONMalformed", "\(file.rawValue) does not hold \(expected).")
        case .inconsistent(let file, let found, let expected):
            .vocabulary("Inconsistent", "\(file.rawValue): found \(found), expected \(expected).")
        case .emptyVocabulary(let file):
            .vocabulary("Empty", "\(file.rawValue) holds no entry, expected at least one.")
        case .contextTooShort(let found):
            FailureReport(
                "encode.contextTooShort", .badInput,
                reason: "The context length is \(found); start and end token alone need 2.",
                remedy: "Correct context_length in the model's configuration (77 for CLIP).")
        case .textTooLong(let characters, let limit):
            FailureReport(
                "encode.textTooLong", .badInput,
                reason: "The text has \(characters) characters, and the limit is \(limit).",
                remedy: "Pass one report or one question at a time.")
        case .nothingRecognized(let characters):
            FailureReport(
                "encode.nothingRecognized", .badInput,
                reason: "None of the text's \(characters) characters belongs to a phrase of the template"
                    + " vocabulary; all that would remain is [start, end], the same for every such text.",
                remedy: "Write whole template sentences with their final period, or use the prompt model.")
        }
    }
}

extension FailureReport {
    /// A fault in a vocabulary file: the remedy is always a fresh copy.
    fileprivate static func vocabulary(
        _ code: String, _ reason: String, kind: FailureKind = .badInput
    ) -> FailureReport {
        FailureReport(
            "encode.vocabulary\(code)", kind, reason: reason,
            remedy: "Copy the vocabulary files again from the model's published folder.")
    }
}
