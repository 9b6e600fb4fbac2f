import Yams

/// What is wrong with a YAML file, in one line and without the file's text.
enum YAMLProblem {
    /// - Parameter error: what Yams threw.
    static func words(_ error: any Error) -> String {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return "line \(mark.line): \(problem)"
        case DecodingError.keyNotFound(let key, let context):
            return "`\(path(context.codingPath + [key]))` is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            if let cause = context.underlyingError { return words(cause) }
            return "`\(path(context.codingPath))` has another form than it should"
        default:
            return "it is not valid YAML"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: ".")
    }
}
