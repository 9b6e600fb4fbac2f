public import EchoCore

/// One line of a list of studies beside another.
public struct Prior: Sendable, Equatable, Codable {
    /// From 1 within its own list.
    public let rank: Int
    /// Which study.
    public let study: StudyID
    /// When; `nil` where the files did not say.
    public let date: String?
    /// Before or after the study asked about.
    public let timing: StudyTiming
    /// The cosine of the two studies; `nil` where one has no vector.
    public let similarity: Float?
    /// Why it is in the list.
    public let matchBasis: MatchBasis

    private enum CodingKeys: String, CodingKey {
        case rank, study, date, timing, similarity
        case matchBasis = "match_basis"
    }
}
