/// What a model's embeddings are good for; scores across slots are refused.
public enum ModelSlot: String, Sendable, Codable, CaseIterable {
    /// Text queries and estimates (echo-clip).
    case prompt
    /// Identity, change and report retrieval (echo-clip-r).
    case similarity
    /// Either.
    case both

    /// Whether a model of this slot may serve another: `both` serves all, others serve themselves.
    public func serves(_ slot: ModelSlot) -> Bool { self == .both || self == slot }
}
