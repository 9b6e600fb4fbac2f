public import EchoCore
public import EchoEncode
import EchoTensor

/// What an encoder's queue calls for: a text, a clip, and what never changes.
public struct EncoderWork: Sendable {
    /// Embeds a text.
    public var text: @Sendable (String) async throws -> TextEmbedding
    /// Embeds a file.
    public var clip: @Sendable (String) async throws -> ClipOutcome
    /// Embeds what is the same each time: a text where the model reads one, and a frame.
    public var probe: @Sendable () async throws -> [Embedding]

    /// Joins the three.
    public init(
        text: @escaping @Sendable (String) async throws -> TextEmbedding,
        clip: @escaping @Sendable (String) async throws -> ClipOutcome,
        probe: @escaping @Sendable () async throws -> [Embedding]
    ) {
        self.text = text
        self.clip = clip
        self.probe = probe
    }

    /// A model's own work, at the places that its clips share.
    public init(_ embedder: ClipEmbedder) {
        self.init(
            text: { try await embedder.embed(text: $0) }, clip: { try await embedder.embed(path: $0) },
            probe: { try await embedder.probe() })
    }
}
