import EchoCore
public import EchoIndex

/// What every result says of the model behind it.
public struct ModelStamp: Sendable, Encodable {
    /// The model's name when the index was filled.
    public let model: String
    /// What decides the vectors.
    public let fingerprint: String
    /// What the model wants said; `nil` for nothing.
    public let modelNotice: String?

    /// Takes them from the space of the vectors.
    public init(_ space: EmbeddingSpace) {
        model = space.fingerprint.model
        fingerprint = space.fingerprint.description
        modelNotice = space.notice
    }
}
