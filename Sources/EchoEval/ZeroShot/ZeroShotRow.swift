import EchoCore

/// What the prompts say of one study.
struct ZeroShotRow: Sendable {
    let study: MatchedStudy
    var queries: [BinaryFinding: QueryScores] = [:]
    var grades: [GradedFinding: GradeScores] = [:]
    var numbers: [Quantity: [NumberReadout: Double]] = [:]
    /// The nearest view of each clip.
    var views: [ClipID: String] = [:]
}
