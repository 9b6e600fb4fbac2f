public import EchoCore

/// A sentence's vector.
public struct CaptionEmbedding: Sendable, Equatable {
    /// Which sentence.
    public let caption: CaptionID
    /// Where the text tower puts it.
    public let embedding: Embedding
}
