/// How far an import is.
public struct ModelImportProgress: Sendable, Equatable {
    /// What is being done.
    public enum Stage: String, Sendable, CaseIterable {
        /// Reading the source for its SHA-256.
        case hashingSource
        /// Writing the tensors as safetensors.
        case writingWeights
        /// Reading what was written for its SHA-256.
        case hashingWeights
    }

    /// What is being done.
    public let stage: Stage
    /// Bytes done of this stage.
    public let done: Int
    /// Bytes that this stage has.
    public let total: Int
}
