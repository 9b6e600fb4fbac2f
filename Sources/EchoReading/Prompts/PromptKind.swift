/// What a prompt set's answer looks like.
public enum PromptKind: String, Sendable, Codable, CaseIterable {
    /// One score: how well the sentences fit.
    case binary
    /// A number with a unit, from sentences that each name a value.
    case regression
    /// One score a category.
    case categorical
}
