public import EchoCore

/// Which tokenizer a model's text tower was trained with, and the vocabulary files kept for it.
public struct ModelVocabulary: Sendable, Equatable, Codable {
    /// A tokenizer.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// CLIP's byte-pair encoding (EchoCLIP).
        case bpe
        /// Whole report phrases (EchoCLIP-R).
        case template
    }

    /// The tokenizer.
    public var kind: Kind
    /// Its files in the model folder, at least one.
    public var files: [ModelFile]

    /// The slot that a model with this vocabulary fills unless the caller says otherwise.
    ///
    /// EchoCLIP-R (template) is for identity and retrieval; prompts do not suit it (echo_CLIP issue 1).
    public static func defaultSlot(_ kind: Kind?) -> ModelSlot { kind == .template ? .similarity : .both }
}
