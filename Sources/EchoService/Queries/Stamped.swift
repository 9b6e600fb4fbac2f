public import EchoCore
import EchoIndex

/// A reading's answer, with the studies it names in their owner's words and the model behind it.
public struct Stamped<Answer: Sendable & Encodable>: Sendable, Encodable {
    /// The answer.
    public let answer: Answer
    /// The studies it names.
    public let studies: [StudyID: StudyLabel]
    /// The model behind it.
    public let stamp: ModelStamp
    /// Mean share, over the question's sentences, of tokens that the model hardly saw in training, 0...1; `nil`
    /// where no sentence was put or nobody counted.
    public let rareTokenShare: Double?

    init(
        _ answer: Answer, naming studies: [StoredStudy], in space: EmbeddingSpace,
        rareTokenShare: Double? = nil
    ) {
        self.rareTokenShare = rareTokenShare
        self.answer = answer
        self.studies = Dictionary(
            studies.map { ($0.id, StudyLabel($0)) }, uniquingKeysWith: { first, _ in first })
        stamp = ModelStamp(space)
    }

    private enum Keys: String, CodingKey {
        case studies, stamp, rareTokenShare
    }

    /// The answer's own keys, with `studies` and `stamp` beside them.
    public func encode(to encoder: any Encoder) throws {
        try answer.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(
            Dictionary(uniqueKeysWithValues: studies.map { ($0.key.text, $0.value) }), forKey: .studies)
        try container.encode(stamp, forKey: .stamp)
        // Only where sentences were put, so that other answers keep their keys.
        if let rareTokenShare { try container.encode(rareTokenShare, forKey: .rareTokenShare) }
    }
}
