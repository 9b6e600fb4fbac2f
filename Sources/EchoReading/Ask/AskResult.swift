public import EchoCore

/// One study's place in the answer to a question.
public struct AskResult: Sendable, Equatable, Codable {
    /// From 1, ties ordered by study id.
    public let rank: Int
    /// Which study.
    public let study: StudyID
    /// The mean cosine with the positive prompts, or with the asked category's.
    public let score: Float
    /// ``Percentile``, 0...100.
    public let percentile: Double
    /// The score minus the mean cosine with the negative prompts; `nil` without negatives.
    public let contrast: Float?
    /// Whether the score reaches the threshold; `nil` without one for these weights.
    public let aboveThreshold: Bool?
    /// Every category's score; empty unless the set is categorical.
    public let categories: [CategoryScore]
    /// The category with the highest score; `nil` unless the set is categorical.
    public let bestCategory: String?
    /// By how much the best category's score passes the second's; `nil` for fewer than two.
    public let margin: Float?
    /// The clip to look at first.
    public let bestClip: ClipID?
    /// The frame to look at first.
    public let bestFrame: FrameEvidence?

    private enum CodingKeys: String, CodingKey {
        case rank, study, score, percentile, contrast, categories, margin
        case aboveThreshold = "above_threshold"
        case bestCategory = "best_category"
        case bestClip = "best_clip"
        case bestFrame = "best_frame"
    }
}
