public import EchoCore
public import EchoReading

/// How one study answers one prompt set, beside the archive's answers.
public struct StudyFinding: Sendable, Encodable {
    /// Which prompt set.
    public let set: String
    /// What people call it.
    public let title: String
    /// What its answer looks like.
    public let kind: PromptKind
    /// The mean cosine with the sentences looked for, or with the most severe category's.
    public let score: Float
    /// The share of the compared studies that score lower, ties counting half, 0...100; `nil` with none.
    public let percentile: Double?
    /// The score minus the mean cosine with the opposite's sentences; `nil` without these.
    public let contrast: Float?
    /// Whether the score reaches the threshold; `nil` without one for these weights.
    public let aboveThreshold: Bool?
    /// Every category's score; empty unless the set is categorical.
    public let categories: [CategoryScore]
    /// The category with the highest score; `nil` unless the set is categorical.
    public let bestCategory: String?
    /// By how much it passes the second's.
    public let margin: Float?
    /// The clip to look at first.
    public let bestClip: ClipID?
    /// The frames to look at, the best of each clip, best first.
    public let evidence: [FrameEvidence]

    /// Evidence of so many clips, at most.
    static let mostEvidence = 4

    init(_ prompts: PromptSet, _ result: AskResult, percentile: Double?, evidence: [FrameEvidence]) {
        set = prompts.name
        title = prompts.title
        kind = prompts.kind
        score = result.score
        self.percentile = percentile
        contrast = result.contrast
        aboveThreshold = result.aboveThreshold
        categories = result.categories
        bestCategory = result.bestCategory
        margin = result.margin
        bestClip = result.bestClip
        self.evidence = evidence
    }
}
