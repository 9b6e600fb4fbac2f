/// Phrases that keep a sentence out of a draft.
public struct WithheldPhrases: Sendable, Hashable, Codable {
    /// Whose sentences a rule is for.
    public enum Scope: String, Sendable, Codable, CaseIterable {
        /// Every source study's.
        case everyone
        /// All but the same patient's.
        case otherPatients = "other-patients"
    }

    /// Why, for people.
    public let reason: String
    /// Whose sentences.
    public let scope: Scope
    /// Compared word by word, without regard to case.
    public let phrases: [String]

    /// Joins the parts.
    public init(reason: String, scope: Scope, phrases: [String]) {
        self.reason = reason
        self.scope = scope
        self.phrases = phrases
    }
}
