internal import EchoCore
internal import GRDB

/// What a server has to remember beside its index: jobs, keys, who looked at what, and what reviewers said.
///
/// One SQLite file, which several processes may have open to write. What a call has returned from is on the
/// disk. Jobs and the audit trail hold opaque ids, counts and hashes alone; verdicts and draft edits hold what
/// people wrote.
public final class Ledger: Sendable {
    /// Whether a ledger is opened to change it.
    public enum Access: Sendable {
        /// Reads what is there.
        case read
        /// Reads and writes, making the file if there is none.
        case write
    }

    /// The on-disk format that this program writes.
    public static let formatVersion = 1

    let pool: DatabasePool
    let access: Access
    let auditLine: AuditLine

    init(pool: DatabasePool, access: Access) {
        self.pool = pool
        self.access = access
        auditLine = AuditLine(pool: pool)
    }
}
