public import EchoCore
public import EchoIndex
public import EchoReading

/// Where an evaluation takes vectors and words from.
public struct EvalSource: Sendable {
    /// The clips under test.
    public var index: StudyIndex
    /// The prompt set of that name; `nil` where there is none.
    public var promptSet: @Sendable (String) throws -> PromptSet?
    /// A sentence's vector in the prompt slot.
    public var embed: @Sendable (String) throws -> Embedding
    /// The ejection fraction by the model's motion readout; `nil` for a model without one, and the closure's
    /// `nil` for a study without enough frames.
    public var motion: (@Sendable (StudyVectors) throws -> Double?)?

    /// Joins the parts.
    public init(
        index: StudyIndex, promptSet: @escaping @Sendable (String) throws -> PromptSet?,
        embed: @escaping @Sendable (String) throws -> Embedding,
        motion: (@Sendable (StudyVectors) throws -> Double?)? = nil
    ) {
        self.index = index
        self.promptSet = promptSet
        self.embed = embed
        self.motion = motion
    }

    /// The first of several prompt sets that exists, with its vectors.
    func encoded(_ names: [String]) throws -> EncodedPromptSet? {
        for name in names {
            guard let set = try promptSet(name) else { continue }
            return try EncodedPromptSet(set, vectors: set.expanded.map { try embed($0.text) })
        }
        return nil
    }
}
