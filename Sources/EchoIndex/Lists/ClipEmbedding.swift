public import EchoCore

/// A clip's vector.
public struct ClipEmbedding: Sendable, Equatable {
    /// Which clip.
    public let clip: ClipID
    /// The re-normalized mean over its frames.
    public let embedding: Embedding
}
