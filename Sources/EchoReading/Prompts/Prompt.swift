/// One sentence that a prompt set puts to the text tower, and what it stands for.
public struct Prompt: Sendable, Hashable, Codable {
    /// Which side of the question it is on.
    public enum Role: String, Sendable, Codable, CaseIterable {
        /// Says what is looked for.
        case positive
        /// Says the opposite.
        case negative
    }

    /// The sentence, exactly as the tokenizer gets it.
    public let text: String
    /// Which side.
    public let role: Role
    /// The value it names, of a regression.
    public let value: Double?
    /// The category it stands for, of a categorical set.
    public let category: String?

    /// Joins the parts.
    public init(text: String, role: Role = .positive, value: Double? = nil, category: String? = nil) {
        self.text = text
        self.role = role
        self.value = value
        self.category = category
    }
}
