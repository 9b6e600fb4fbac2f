/// How far along a report is; a draft has one status, and no code gives it another.
public enum DraftStatus: String, Sendable, Codable, CaseIterable {
    /// Incomplete, and nobody has checked it (FHIR `DiagnosticReport.status`).
    case partial
}
