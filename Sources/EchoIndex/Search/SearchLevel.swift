/// What a search ranks.
public enum SearchLevel: String, Sendable, Codable, CaseIterable {
    /// Clips, by the mean over their frames.
    case clip
    /// Studies, by the mean over their usable clips.
    case study
    /// Sentences of reports.
    case caption
}
