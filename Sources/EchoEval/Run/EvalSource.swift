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
    /// A number by a readout of the model's own; `nil` for a study without enough frames.
    public typealias Readout = @Sendable (StudyVectors) throws -> Double?
    /// The model's motion readouts; empty for a model without any.
    public var motion: [Quantity: Readout]

    /// Joins the parts.
    public init(
        index: StudyIndex, promptSet: @escaping @Sendable (String) throws -> PromptSet?,
        embed: @escaping @Sendable (String) throws -> Embedding,
        motion: [Quantity: Readout] = [:]
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
