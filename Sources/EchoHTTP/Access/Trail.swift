import EchoCore
import EchoLedger
import Foundation

/// Writes an audit line for what a caller was shown or changed; what cannot be written is not shown.
struct Trail: Sendable {
    let ledger: Ledger

    /// Notes an action.
    ///
    /// - Throws: `LedgerError`.
    func note(
        _ action: AuditAction, by caller: Caller, studies: [StudyID] = [], clips: [ClipID] = [],
        job: JobID? = nil, count: Int? = nil
    ) async throws {
        let record = AuditRecord(
            action, by: caller.actor, studies: studies, clips: clips, job: job, count: count)
        try await ledger.append(record, at: Date())
    }
}
