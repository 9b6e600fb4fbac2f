internal import EchoCore
internal import Foundation
internal import GRDB

/// Changes one job inside one transaction, each change with its event.
struct JobWriter {
    let db: Database
    let id: JobID
    let time: Date

    /// Adds a job with its files.
    func add(_ files: [JobFile], by actor: AuditActor) throws {
        try db.execute(
            sql: """
                INSERT INTO jobs (id, state, actor, created, file_count, byte_count) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id.text, JobState.queued.rawValue, actor.text, time.milliseconds, files.count,
                files.reduce(0) { $0 + $1.byteCount },
            ])
        for file in files {
            try db.execute(
                sql: "INSERT INTO job_files (job, ordinal, content_hash, byte_count) VALUES (?, ?, ?, ?)",
                arguments: [id.text, file.ordinal, file.contentHash?.hex, file.byteCount])
        }
        try tell(.queued)
    }

    /// Puts the job into a state.
    func enter(_ state: JobState, _ kind: JobEvent.Kind, code: String? = nil, reason: String? = nil) throws {
        try db.execute(
            sql: """
                UPDATE jobs SET state = :state, code = :code, reason = :reason,
                    started = COALESCE(started, CASE WHEN :state = 'running' THEN :time END),
                    finished = CASE WHEN :over THEN :time END,
                    is_cancelling = is_cancelling AND NOT :over
                WHERE id = :id
                """,
            arguments: [
                "state": state.rawValue, "code": code, "reason": reason, "time": time.milliseconds,
                "over": state.isOver, "id": id.text,
            ])
        try tell(kind)
    }

    /// Ends a file that has not ended; says whether it had not.
    @discardableResult
    func end(_ ending: JobFileEnding) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE job_files SET state = ?, code = ?, reason = ?, clip = ?, study = ?, ended = ?
                WHERE job = ? AND ordinal = ? AND state IS NULL
                """,
            arguments: [
                ending.end.rawValue, ending.code, ending.reason, ending.clip?.text, ending.study?.text,
                time.milliseconds, id.text, ending.ordinal,
            ])
        guard db.changesCount == 1 else { return false }
        let column = ending.end.rawValue
        // What the job waited for is over, where it waited.
        try db.execute(
            sql: "UPDATE jobs SET \(column) = \(column) + 1, code = NULL, reason = NULL WHERE id = ?",
            arguments: [id.text])
        try tell(.file, ordinal: ending.ordinal)
        return true
    }

    /// Marks every file that has not ended; one count, no event a file.
    func cancelRest() throws {
        try db.execute(
            sql: "UPDATE job_files SET state = 'cancelled', ended = ? WHERE job = ? AND state IS NULL",
            arguments: [time.milliseconds, id.text])
        let count = db.changesCount
        try db.execute(
            sql: "UPDATE jobs SET cancelled = cancelled + ? WHERE id = ?", arguments: [count, id.text])
    }

    /// Says in the audit trail what somebody did to the job.
    func note(_ action: AuditAction, by actor: AuditActor, count: Int? = nil) throws {
        _ = try AuditRows.append(AuditRecord(action, by: actor, job: id, count: count), at: time, db)
    }

    /// Writes the next event, with the job as it is now.
    func tell(_ kind: JobEvent.Kind, ordinal: Int? = nil) throws {
        try db.execute(
            sql: "UPDATE jobs SET last_event = last_event + 1 WHERE id = ?", arguments: [id.text])
        guard db.changesCount == 1 else { throw LedgerError.notFound(.job) }
        let counts = FileEnd.allCases.map(\.rawValue).joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO job_events (job, sequence, time, kind, state, ordinal, \(counts))
                SELECT id, last_event, ?, ?, state, ?, \(counts) FROM jobs WHERE id = ?
                """, arguments: [time.milliseconds, kind.rawValue, ordinal, id.text])
    }
}
