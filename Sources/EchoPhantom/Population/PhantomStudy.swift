/// One examination of a made-up patient: what was there, and what the report says of it.
public struct PhantomStudy: Sendable, Equatable {
    /// What is true of it.
    public let truth: StudyTruth
    /// The heart that every view of it cuts.
    public let anatomy: HeartAnatomy
    /// What its clips draw their acquisition from.
    public let seed: UInt64
    /// How its report is written; never the style that is kept out of training.
    public let style: WritingStyle
    /// The report with section headings.
    public let report: String
    /// The report's, in order.
    public let sentences: [PhantomSentence]

    /// The findings of the patient's study before this one.
    private let prior: StudyFindings?

    init(truth: StudyTruth, anatomy: HeartAnatomy, seed: UInt64, prior: StudyFindings?) {
        self.truth = truth
        self.anatomy = anatomy
        self.seed = seed
        self.prior = prior
        var random = PersonRandom(seed, .style)
        let style = random.pick(WritingStyle.trained.filter(\.isForReports)) ?? .prose
        let report = Self.written(in: style, truth: truth, haze: anatomy.shape.haze, prior: prior, seed: seed)
        self.style = style
        self.report = report.text
        sentences = report.sentences
    }

    /// The same study's report in another style, such as the one that is kept out of training.
    ///
    /// - Parameter style: any for reports; with ``style`` it is ``report``.
    public func written(in style: WritingStyle) -> PhantomReport {
        precondition(
            style.isForReports, "Reports are asked for in \(style.rawValue), which is no report's style.")
        return Self.written(in: style, truth: truth, haze: anatomy.shape.haze, prior: prior, seed: seed)
    }

    private static func written(
        in style: WritingStyle, truth: StudyTruth, haze: Float, prior: StudyFindings?, seed: UInt64
    ) -> PhantomReport {
        var random = PersonRandom(seed, .sentences)
        let plan = ReportPlan(
            of: truth.findings, changes: truth.changes, prior: prior, haze: haze, &random)
        return ReportLayout(style: style).report(plan.topics, &random)
    }
}
