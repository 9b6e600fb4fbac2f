/// How it went.
public enum AuditOutcome: String, Sendable, Codable, CaseIterable {
    /// As asked.
    case done
    /// It was not permitted.
    case refused
}
