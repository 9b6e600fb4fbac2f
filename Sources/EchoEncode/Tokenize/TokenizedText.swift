/// A text as the text tower reads it: start token, content, end token, and what did not fit.
///
/// - Shape: `ids` holds 2 … context length values; the tower pads with 0 to its window.
public struct TokenizedText: Sendable, Equatable {
    /// Row numbers of the token table, start token first, end token last, no padding.
    public let ids: [Int32]
    /// Content tokens that the tower does not read, as the context was full; 0 where everything fitted.
    public let droppedTokens: Int
    /// How much of the text the template vocabulary knew; `nil` for a tokenizer that reads every text.
    public let coverage: TemplateCoverage?
    /// Share of the content tokens that the model hardly saw in training, 0...1; `nil` where nobody counted.
    public let rareTokenShare: Double?

    /// Puts start and end around the content and cuts it to the context.
    ///
    /// The cut keeps the head and puts the end token in the last slot, as open_clip does. Where the text spells
    /// the end token itself, the tower reads no further (it pools at the first one), and the ids stop there too.
    ///
    /// - Precondition: `contextLength` ≥ 2.
    package init(
        start: Int32, content: [Int32], end: Int32, contextLength: Int, coverage: TemplateCoverage? = nil,
        rareTokenShare: Double? = nil
    ) {
        precondition(contextLength >= 2, "a context of \(contextLength) has no room for start and end, 2")
        let read = content.prefix(contextLength - 2).prefix { $0 != end }
        let spelledEnd = read.endIndex < content.endIndex && content[read.endIndex] == end
        ids = [start] + read + [end]
        droppedTokens = content.count - read.count - (spelledEnd ? 1 : 0)
        self.coverage = coverage
        self.rareTokenShare = rareTokenShare
    }
}
