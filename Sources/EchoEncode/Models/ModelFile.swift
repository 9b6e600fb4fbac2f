public import EchoCore

/// A file by role, name and content.
public struct ModelFile: Sendable, Equatable, Codable {
    /// What a file is to a model.
    public enum Role: String, Sendable, Codable, CaseIterable {
        /// What was imported; not kept in the model folder.
        case source
        /// The tensors, as safetensors.
        case weights
        /// Part of the tokenizer's vocabulary.
        case vocabulary
        /// The source's license or model card.
        case license
        /// What reads numbers off the vectors' spread over a clip.
        case readouts
    }

    /// What the file is for.
    public var role: Role
    /// Its last path component.
    public var name: String
    /// The SHA-256 of its bytes.
    public var sha256: ContentHash
    /// Its length in bytes.
    public var byteCount: Int
}
