public import EchoCore

/// A text's vector, and what became of its words on the way.
public struct TextEmbedding: Sendable {
    /// The words as given.
    public let text: String
    /// What the tower was fed: start, content, end.
    public let tokens: [Int32]
    /// Content tokens cut off because the window was full.
    public let droppedTokens: Int
    /// How much of the text a template vocabulary knew; `nil` for a vocabulary that reads every text.
    public let coverage: TemplateCoverage?
    /// Share of the content tokens that the model hardly saw in training, 0...1; `nil` where nobody counted.
    public let rareTokenShare: Double?
    /// The vector.
    public let embedding: Embedding
}
