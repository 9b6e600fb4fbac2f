/// What was looked for in a ledger.
public enum LedgerSubject: String, Sendable, Codable, CaseIterable {
    /// An ingest job.
    case job
    /// A key.
    case key
}
