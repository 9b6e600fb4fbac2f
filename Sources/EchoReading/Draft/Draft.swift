public import EchoCore

/// Sentences of other reports that lie nearest to a study: a start for a report, never one.
public struct Draft: Sendable, Equatable, Codable {
    /// The first line, exactly ``Notice/draftFirstLine``.
    public let banner: String
    /// Always the same.
    public let status: DraftStatus
    /// What this is not.
    public let notice: String
    /// Whose study.
    public let study: StudyID
    /// In the order of a report.
    public let sections: [DraftSection]
    /// How many sections are empty.
    public let abstentions: Int
    /// The clips it rests on.
    public let clipsUsed: [ClipID]
    /// The study's clips and files that were not used, and why.
    public let leftOut: [DraftExclusion]
    /// The views among the used clips, as far as they are named.
    public let viewsSeen: [String]
    /// Expected views that are not among them; empty where any used clip's view is not named.
    public let viewsMissing: [String]
    /// How many used clips have no named view.
    public let viewsUnnamed: Int
    /// The minimums it was made with.
    public let options: DraftOptions
    /// Model and index.
    public let context: DraftContext

    private enum CodingKeys: String, CodingKey {
        case banner, status, notice, study, sections, abstentions, options, context
        case clipsUsed = "clips_used"
        case leftOut = "left_out"
        case viewsSeen = "views_seen"
        case viewsMissing = "views_missing"
        case viewsUnnamed = "views_unnamed"
    }
}
