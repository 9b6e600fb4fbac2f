/// Sentences and search phrases for what can be claimed of a heart, without any heart.
///
/// A phrase is a pure function of the styles, the seed and, where one is given, the claim.
public struct PhraseBook: Sendable {
    /// The styles that phrases are drawn from.
    public let styles: [WritingStyle]
    /// How many draws each wanted phrase is worth before ``phrases(for:count:seed:)`` gives up on another one.
    private static let patience = 40

    /// - Parameter styles: at least one; unless said, all that training may see.
    public init(styles: [WritingStyle] = WritingStyle.trained) {
        precondition(!styles.isEmpty, "A phrase book with 0 styles is asked for, at least 1 is expected.")
        self.styles = styles
    }

    /// Different ways to make one claim.
    ///
    /// - Returns: none twice; fewer than `count` where there are not so many ways, none for a claim that no sentence
    ///   makes, such as that an ejection fraction is there.
    /// - Complexity: O(count).
    public func phrases(for claim: Claim, count: Int, seed: UInt64) -> [PhantomSentence] {
        var random = PersonRandom(seed, .phrases)
        let topics = Topic.making(claim)
        var found: [PhantomSentence] = []
        var texts: Set<String> = []
        for _ in 0..<(count * Self.patience) where found.count < count {
            guard let topic = random.pick(topics) else { return [] }
            let sentence = topic.sentence(in: random.pick(styles) ?? .prose, &random)
            if texts.insert(sentence.text).inserted { found.append(sentence) }
        }
        return found
    }

    /// A phrase with one claim, or with several that one heart can have together.
    public func sample(seed: UInt64) -> PhantomSentence {
        var random = PersonRandom(seed, .phrases)
        let style = random.pick(styles) ?? .prose
        switch random.integer(0...19) {
        case 0...13: return TopicSample.single(&random).sentence(in: style, &random)
        case 14...16: return TopicSample.summary(&random).sentence(in: style, &random)
        default: return joined(style, &random)
        }
    }

    /// Two or three phrases on different attributes, one after the other.
    private func joined(_ style: WritingStyle, _ random: inout PersonRandom) -> PhantomSentence {
        let count = random.integer(2...3)
        var topics: [Topic] = []
        while topics.count < count {
            let topic = TopicSample.single(&random)
            if !topics.contains(where: { $0.touches(topic) }) { topics.append(topic) }
        }
        let separator =
            switch style {
            case .query: ", "
            case .fields: "; "
            default: " "
            }
        let parts = topics.map { $0.sentence(in: style, &random) }
        return PhantomSentence(
            text: parts.map(\.text).joined(separator: separator),
            section: parts[0].section, claims: parts.flatMap(\.claims))
    }
}
