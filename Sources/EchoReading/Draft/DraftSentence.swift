public import EchoCore

/// One sentence of a draft, and where it was taken from.
public struct DraftSentence: Sendable, Equatable, Codable {
    /// As printed: numbers that were measured elsewhere are replaced.
    public let text: String
    /// Which sentence of the index it is.
    public let caption: CaptionID
    /// Whose report that is from.
    public let sourceStudy: StudyID
    /// Whose that is.
    public let relation: SourceRelation
    /// Why it was found.
    public let matchBasis: MatchBasis
    /// The prior's date; `nil` unless ``relation`` is a prior.
    public let priorDate: String?
    /// The cosine of the study and the caption, −1...1.
    public let score: Float
    /// From 1 among the section's captions.
    public let rank: Int
    /// How many numbers were replaced.
    public let numbersReplaced: Int

    private enum CodingKeys: String, CodingKey {
        case text, caption, relation, score, rank
        case sourceStudy = "source_study"
        case matchBasis = "match_basis"
        case priorDate = "prior_date"
        case numbersReplaced = "numbers_replaced"
    }

    /// Where it was taken from, in one line.
    package var provenance: String {
        let whose = priorDate.map { "prior of \($0), same patient" } ?? relation.words
        return "\(sourceStudy) \(caption), \(whose), score \(score.fixed(3)), rank \(rank)"
    }
}
