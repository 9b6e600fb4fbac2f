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
        job: JobID? = nil, count: Int? = nil, outcome: AuditOutcome = .done, code: String? = nil
    ) async throws {
        let record = AuditRecord(
            action, by: caller.actor, outcome: outcome, studies: studies, clips: clips, job: job,
            count: count,
            code: code)
        try await ledger.append(record, at: Date())
    }

    /// Notes that a caller was turned away.
    ///
    /// - Returns: why, to be thrown.
    /// - Throws: `LedgerError`.
    func refusal(_ failure: HTTPFailure, of caller: Caller, job: JobID? = nil) async throws -> HTTPFailure {
        try await note(.refused, by: caller, job: job, outcome: .refused, code: failure.report.code)
        return failure
    }
}
