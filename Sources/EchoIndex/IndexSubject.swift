/// What was looked for.
public enum IndexSubject: String, Sendable, Codable, CaseIterable {
    /// A study.
    case study
    /// A clip.
    case clip
    /// A sentence of a report.
    case caption
    /// A run.
    case run
    /// A vector of a study or clip in the space asked about.
    case vector
}
