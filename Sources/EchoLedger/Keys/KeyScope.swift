/// What the bearer of a key may do; each scope includes the ones before it.
public enum KeyScope: String, Sendable, Codable, CaseIterable, Comparable {
    /// Look: lists, media, searches, drafts, and what is exported of them.
    case read
    /// Also send clips, cancel and retry one's own jobs, give verdicts, keep edits.
    case write
    /// Also delete studies, cancel and retry anybody's jobs.
    case admin

    /// Whether this scope suffices where another is asked for.
    public func permits(_ needed: KeyScope) -> Bool { needed <= self }

    /// By what they permit.
    public static func < (first: KeyScope, second: KeyScope) -> Bool { first.rank < second.rank }

    private var rank: Int {
        switch self {
        case .read: 0
        case .write: 1
        case .admin: 2
        }
    }
}
