public import EchoCore
public import EchoEncode
import EchoTensor

/// What an encoder's queue calls for: texts, a clip, and what never changes.
public struct EncoderWork: Sendable {
    /// Embeds texts: one result each, in order.
    public var texts: @Sendable ([String]) async -> [Result<TextEmbedding, any Error>]
    /// Embeds a file.
    public var clip: @Sendable (String) async throws -> ClipOutcome
    /// Embeds what is the same each time: a text where the model reads one, and a frame.
    public var probe: @Sendable () async throws -> [Embedding]
    /// Is told by each look whether the encoder is sound; one that is not embeds nothing.
    public var judge: @Sendable (Bool) async -> Void

    /// Joins them.
    public init(
        texts: @escaping @Sendable ([String]) async -> [Result<TextEmbedding, any Error>],
        clip: @escaping @Sendable (String) async throws -> ClipOutcome,
        probe: @escaping @Sendable () async throws -> [Embedding],
        judge: @escaping @Sendable (Bool) async -> Void
    ) {
        self.texts = texts
        self.clip = clip
        self.probe = probe
        self.judge = judge
    }

    /// A model's own work, at the places that its clips share.
    public init(_ embedder: ClipEmbedder) {
        self.init(
            texts: { await embedder.embed(texts: $0) }, clip: { try await embedder.embed(path: $0) },
            probe: { try await embedder.probe() }, judge: { await embedder.lanes.note(isSound: $0) })
    }
}
