public import EchoEncode
import EchoCore

/// One line of `embed --text`.
public struct TextLine: Sendable, Encodable {
    /// The words as given.
    public let text: String
    /// What the text tower was fed.
    public let tokens: [Int32]
    /// Content tokens cut off because the window was full.
    public let droppedTokens: Int
    /// How much of the text a template vocabulary knew, 0...1.
    public let coverage: Double?
    /// Share of the content tokens that the model hardly saw in training, 0...1.
    public let rareTokenShare: Double?
    /// The vector.
    public let embedding: [Float]
    /// The model's name.
    public let model: String
    /// What the model wants said; `nil` for nothing.
    public let modelNotice: String?

    /// Puts an embedding into a line.
    public init(_ found: TextEmbedding, model: EchoModel) {
        text = found.text
        tokens = found.tokens
        droppedTokens = found.droppedTokens
        coverage = found.coverage?.share
        rareTokenShare = found.rareTokenShare
        embedding = found.embedding.values
        self.model = model.installed.manifest.name
        modelNotice = model.installed.manifest.notice
    }
}
