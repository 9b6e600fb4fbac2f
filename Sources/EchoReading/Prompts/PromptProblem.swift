/// Which rule a prompt set breaks.
public enum PromptProblem: Sendable, Equatable {
    /// The name is not lower-case letters, digits and dashes.
    case name
    /// Sentences are missing where the kind needs them.
    case tooFewSentences(found: Int, expected: Int)
    /// A sentence is blank.
    case blankSentence
    /// A sentence has the placeholder where no value can be put, or lacks it where one must be.
    case placeholders(found: Int, expected: Int)
    /// A key does not go with the set's kind.
    case unexpected(key: String, kind: PromptKind)
    /// A key that the kind needs is missing.
    case missing(key: String, kind: PromptKind)
    /// The range runs backwards, has no step, or has too many values.
    case range(values: Int, limit: Int)
    /// Two categories share a name.
    case duplicateCategory(String)
    /// A threshold does not say where it comes from.
    case provenance(key: String)
    /// A threshold is not a finite number.
    case threshold

    /// Found, and expected.
    package var words: String {
        switch self {
        case .name: "its name has other characters than lower-case letters, digits and dashes."
        case .tooFewSentences(let found, let expected):
            "\(found) sentences where at least \(expected) are expected."
        case .blankSentence: "a sentence is blank; every sentence is expected to have words."
        case .placeholders(let found, let expected):
            "a sentence has the placeholder <#> \(found) times where \(expected) is expected."
        case .unexpected(let key, let kind):
            "key \(key) is given, and a \(kind.rawValue) set does not have it."
        case .missing(let key, let kind): "key \(key) is missing, and a \(kind.rawValue) set needs it."
        case .range(let values, let limit):
            "the range gives \(values) values; from 2 to \(limit) are expected, step above 0."
        case .duplicateCategory(let name): "category \(name) is given twice; names are expected to differ."
        case .provenance(let key):
            "a threshold's \(key) is blank; a threshold without its source is not used."
        case .threshold: "a threshold is not a finite number."
        }
    }
}
