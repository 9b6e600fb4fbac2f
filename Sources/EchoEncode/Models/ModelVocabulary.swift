public import EchoCore

/// The vocabulary files that a model folder keeps for its text tower.
public struct ModelVocabulary: Sendable, Equatable, Codable {
    /// Which tokenizer reads them.
    public var kind: TokenizerKind
    /// The files in the model folder, at least one.
    public var files: [ModelFile]

    /// The slot that a model fills unless the caller says otherwise.
    ///
    /// EchoCLIP-R (template) is for identity and retrieval; free prompts do not suit it.
    public static func defaultSlot(for kind: TokenizerKind?) -> ModelSlot {
        kind == .template ? .similarity : .both
    }
}
