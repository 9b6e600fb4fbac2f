public import EchoCore

/// What became of a report.
public enum ReportOutcome: Sendable, Equatable {
    /// It is stored, in place of an earlier one.
    case recorded(StudyID)
    /// The very same report was there.
    case unchanged(StudyID)
    /// No study of the index goes by that key; nothing was stored.
    case unknownStudy
    /// Several studies go by that accession number; nothing was stored.
    case ambiguousStudy(count: Int)
}
