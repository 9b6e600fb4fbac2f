/// One answer of a categorical prompt set.
public struct PromptCategory: Sendable, Hashable, Codable {
    /// Such as `mild`.
    public let name: String
    /// The order of severity, 0 for normal.
    public let severity: Int
    /// The sentences that say so, at least 1.
    public let prompts: [String]

    /// Joins the parts.
    public init(name: String, severity: Int, prompts: [String]) {
        self.name = name
        self.severity = severity
        self.prompts = prompts
    }
}
