/// How a published prompt file differs from the published layout.
public enum PublishedProblem: Sendable, Equatable {
    /// The file is not JSON, or not an object of objects.
    case notAnObjectOfTasks
    /// A key is missing, or its value is of another type.
    case key(String)
    /// The mode is none of the three.
    case mode(String)
    /// Not as many values as sentences.
    case valueCount(found: Int, sentences: Int)
    /// The range is not two whole numbers, ascending.
    case range
    /// The task's sentences make no valid prompt set.
    case set(PromptProblem)

    /// Found, and expected.
    package var words: String {
        switch self {
        case .notAnObjectOfTasks: "it is not a JSON object whose values are tasks."
        case .key(let key): "key \(key) is missing, or not of the published type."
        case .mode(let mode): "mode \(mode) is none of binary, regression, categorical."
        case .valueCount(let found, let sentences):
            "\(found) values for \(sentences) sentences; as many are expected."
        case .range: "the range is not two whole numbers, the smaller first."
        case .set(let problem): problem.words
        }
    }
}
