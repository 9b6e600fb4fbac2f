public import EchoCore

/// The answer to a question put to an archive.
public struct AskAnswer: Sendable, Equatable, Codable {
    /// Which prompt set.
    public let set: String
    /// What people call it.
    public let title: String
    /// The category ranked by; `nil` unless the set is categorical.
    public let category: String?
    /// The page that was asked for, highest first.
    public let results: [AskResult]
    /// How many studies were scored.
    public let scored: Int
    /// The studies without a clip that may be used.
    public let unscored: [StudyID]
    /// The threshold for these weights; `nil` for none, and then there is no verdict.
    public let threshold: PromptThreshold?
    /// What a percentile is.
    public let percentile: String
    /// What a score is.
    public let scoring: String
    /// What this is not.
    public let notice: String
}
