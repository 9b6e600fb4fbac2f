public import EchoCore

/// A prompt set with one vector a sentence.
public struct EncodedPromptSet: Sendable {
    /// The question.
    public let set: PromptSet
    /// The sentences, in the order of ``PromptSet/expanded``.
    public let prompts: [Prompt]
    /// Their vectors.
    public let vectors: [Embedding]

    /// Joins a set and its vectors.
    ///
    /// - Parameter vectors: one a sentence of ``PromptSet/expanded``, in its order.
    /// - Throws: ``ReadingError/promptSet(name:problem:)`` for a set that breaks a rule,
    ///   ``ReadingError/promptCount(found:expected:)`` for too few or too many vectors.
    public init(_ set: PromptSet, vectors: [Embedding]) throws(ReadingError) {
        self.set = try set.validated()
        prompts = set.expanded
        guard vectors.count == prompts.count else {
            throw .promptCount(found: vectors.count, expected: prompts.count)
        }
        self.vectors = vectors
    }

    /// The vectors of one side.
    public func vectors(_ role: Prompt.Role) -> [Embedding] {
        prompts.indices.filter { prompts[$0].role == role }.map { vectors[$0] }
    }

    /// The vectors of one category.
    public func vectors(category: String) -> [Embedding] {
        prompts.indices.filter { prompts[$0].category == category }.map { vectors[$0] }
    }
}
