/// Warns where a question is in words that the model hardly saw in training.
enum RareTokens {
    /// Above this share the text tower goes by scraps; ours: half of the question.
    static let limit = 0.5

    /// The warning; none for a question in known words, or a model whose training nobody counted.
    static func lines(_ share: Double?) -> [String] {
        guard let share, share > limit else { return [] }
        return [
            "Warning: \(Decimals.percent(100 * share)) % of the question's tokens were hardly seen in training; "
                + "the ranking may mean nothing. Use plain report words."
        ]
    }
}
