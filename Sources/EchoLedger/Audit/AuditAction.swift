/// What was done.
public enum AuditAction: String, Sendable, Codable, CaseIterable {
    /// A list of studies or verdicts was shown.
    case list
    /// A study or clip was opened.
    case view
    /// Pictures of a clip were shown.
    case media
    /// Studies or clips were searched.
    case search
    /// A device or finding was asked for.
    case ask
    /// A measurement was estimated.
    case estimate
    /// Two studies were compared.
    case compare
    /// A patient's other studies were listed.
    case priors
    /// A draft was made.
    case draft
    /// Texts or clips were embedded and not kept.
    case embed
    /// Something was exported.
    case export
    /// Clips were sent.
    case ingest
    /// A job was cancelled.
    case cancel
    /// A study was deleted.
    case delete
    /// A verdict was given.
    case verdict
    /// An edited draft was kept.
    case edit
    /// A key was made.
    case keyCreated = "key.created"
    /// A key was revoked.
    case keyRevoked = "key.revoked"
    /// A key was exchanged for a browser's session.
    case session
    /// Somebody was turned away: for a key that is none, or for what a key does not reach.
    case refused
}
