public import EchoCore
import EchoReading

/// Every prompt set about findings put to one study, and those about views to its clips.
public struct StudyFindings: Sendable, Encodable {
    /// A set that the study cannot be put to.
    public struct Unscored: Sendable, Encodable {
        /// Which.
        public let set: String
        /// What people call it.
        public let title: String
        /// Why, for people.
        public let reason: String
    }

    /// Which study.
    public let study: StudyID
    /// Highest percentile first.
    public let findings: [StudyFinding]
    /// The sets without an answer.
    public let notScored: [Unscored]
    /// What each clip looks like by its vectors, by set and clip; never what somebody named it.
    public let views: [LikelyView]
    /// How many studies the percentiles are taken against.
    public let comparedWith: Int
    /// Whether that is every study that reads; after a start or an ingest scoring goes on.
    public let isComplete: Bool
    /// What a percentile is.
    public let percentile: String
    /// What a score is.
    public let scoring: String
    /// What this is not.
    public let notice: String
    /// The model behind it.
    public let stamp: ModelStamp

    init(
        study: StudyID, findings: [StudyFinding], notScored: [Unscored], views: [LikelyView],
        comparedWith: Int, isComplete: Bool, stamp: ModelStamp
    ) {
        self.study = study
        self.findings = findings.sorted {
            ($0.percentile ?? -1, $1.set) > ($1.percentile ?? -1, $0.set)
        }
        self.notScored = notScored
        self.views = views
        self.comparedWith = comparedWith
        self.isComplete = isComplete
        percentile = Percentile.definition
        scoring = Notice.scoresAreRelative
        notice = Notice.notADiagnosis
        self.stamp = stamp
    }
}
