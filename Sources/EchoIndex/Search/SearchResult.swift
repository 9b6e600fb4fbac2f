/// A page of a ranking.
public struct SearchResult: Sendable, Equatable, Codable {
    /// Best first; equal scores by id.
    public let hits: [SearchHit]
    /// How many passed the filter and were scored.
    public let considered: Int
}
