/// One category's score.
public struct CategoryScore: Sendable, Equatable, Codable {
    /// Such as `mild`.
    public let category: String
    /// The mean cosine with its sentences.
    public let score: Float

    /// Joins the two.
    public init(category: String, score: Float) {
        self.category = category
        self.score = score
    }
}
