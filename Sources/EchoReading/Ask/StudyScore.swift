public import EchoCore

/// How one study answers a question, before it is ranked among others.
public struct StudyScore: Sendable, Equatable {
    /// Which study.
    public var study: StudyID
    /// What it is ranked by.
    public var score: Float
    /// The mean cosine with the negative prompts; `nil` where the set has none.
    public var negative: Float?
    /// Of a categorical set: every category's score, in the set's order.
    public var categories: [CategoryScore] = []
    /// The clip that fits best.
    public var bestClip: ClipID?
    /// The frame that fits best.
    public var bestFrame: FrameEvidence?

    /// A bare score, such as a scan over study vectors gives it.
    public init(study: StudyID, score: Float) {
        self.study = study
        self.score = score
    }
}
