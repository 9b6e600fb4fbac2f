package import EchoCore
internal import Foundation
internal import GRDB

extension Ledger {
    /// Writes a consistent copy into a file that is not there yet, also while others write.
    package func copy(to path: String) async throws(LedgerError) {
        do {
            try await pool.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch { throw LedgerError(wrapping: error) }
        guard chmod(path, 0o600) == 0 else { throw LedgerError(errno: errno) }
    }

    /// Studies that have a verdict or an edited draft.
    package func reviewedStudies() async throws(LedgerError) -> Set<StudyID> {
        try await reading { db in
            let sql = "SELECT study FROM verdicts UNION SELECT study FROM draft_edits"
            return Set(try String.fetchAll(db, sql: sql).map { StudyID($0) })
        }
    }
}
