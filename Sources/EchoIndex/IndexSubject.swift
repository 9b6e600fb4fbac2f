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
}
