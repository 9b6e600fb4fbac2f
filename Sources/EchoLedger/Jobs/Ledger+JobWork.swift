package import EchoCore
package import Foundation
internal import GRDB

extension Ledger {
    /// Adds a job, and says so in the audit trail: both or neither; when this returns, a kill does not lose it.
    package func addJob(
        _ id: JobID, files: [JobFile], by actor: AuditActor, at time: Date
    ) async throws(LedgerError) -> Job {
        try await changing(id, at: time) {
            try $0.add(files, by: actor)
            try $0.note(.ingest, by: actor, count: files.count)
        }
    }

    /// The job whose turn it is: one that was begun, else the oldest that waits.
    package func nextJob() async throws(LedgerError) -> Job? {
        try await reading { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM jobs WHERE state IN ('running', 'queued') ORDER BY state DESC, row LIMIT 1
                    """
            ).map { try JobRows.job($0) }
        }
    }

    /// Begins a job that waits for its turn, or goes on with one that was begun.
    ///
    /// One that waits for a failure to pass keeps the failure's code, and tells nothing, until a file of it ends.
    ///
    /// - Returns: false, and nothing is changed, for one that is over.
    package func begin(_ id: JobID, at time: Date) async throws(LedgerError) -> Bool {
        try await writing { db in
            let job = try JobRows.job(db, id)
            guard !job.state.isOver else { return false }
            if !job.isWaiting { try JobWriter(db: db, id: id, time: time).enter(.running, .started) }
            return true
        }
    }

    /// Puts a job into a state and tells it; where it has that state and a failure's code already, nothing is changed.
    package func enter(
        _ state: JobState, _ kind: JobEvent.Kind, of id: JobID, failure: FailureReport? = nil, at time: Date
    ) async throws(LedgerError) -> Job {
        try await writing { db in
            let job = try JobRows.job(db, id)
            if let failure, job.state == state, job.code == failure.code { return job }
            let writer = JobWriter(db: db, id: id, time: time)
            if state == .cancelled { try writer.cancelRest() }
            try writer.enter(state, kind, code: failure?.code, reason: failure?.reason)
            return try JobRows.job(db, id)
        }
    }

    /// Ends files of a job, all or none; one that has ended already stays as it is.
    package func end(_ files: [JobFileEnding], of id: JobID, at time: Date) async throws(LedgerError) -> Job {
        try await changing(id, at: time) { for file in files { try $0.end(file) } }
    }

    /// Ends a job that waits or failed, tells one that runs that it shall end, and says so in the audit trail: all or
    /// nothing.
    ///
    /// - Throws: ``LedgerError/notFound(_:)``, ``LedgerError/wrongState(found:)`` for one that is over.
    package func askForEnd(
        of id: JobID, by actor: AuditActor = .local, at time: Date
    ) async throws(LedgerError) -> Job {
        try await writing { db in
            let writer = JobWriter(db: db, id: id, time: time)
            let job = try JobRows.job(db, id)
            switch job.state {
            case .queued, .failed:
                try writer.cancelRest()
                try writer.enter(.cancelled, .cancelled)
            case .running where !job.isCancelling:
                try db.execute(sql: "UPDATE jobs SET is_cancelling = 1 WHERE id = ?", arguments: [id.text])
                try writer.tell(.cancelling)
            case .running: break
            case .finished, .cancelled: throw LedgerError.wrongState(found: job.state)
            }
            try writer.note(.cancel, by: actor)
            return try JobRows.job(db, id)
        }
    }

    /// Lets a failed job wait for its turn again, leaves one that is to be tried again by itself as it is, and says so
    /// in the audit trail: all or nothing.
    ///
    /// - Throws: ``LedgerError/notFound(_:)``, ``LedgerError/wrongState(found:)`` for any other.
    package func requeue(
        _ id: JobID, by actor: AuditActor = .local, at time: Date
    ) async throws(LedgerError) -> Job {
        try await writing { db in
            let writer = JobWriter(db: db, id: id, time: time)
            let job = try JobRows.job(db, id)
            guard job.state == .failed || job.isWaiting else {
                throw LedgerError.wrongState(found: job.state)
            }
            if job.state == .failed { try writer.enter(.queued, .queued) }
            try writer.note(.ingest, by: actor, count: job.fileCount)
            return try JobRows.job(db, id)
        }
    }

    /// Whether a file of these bytes ended embedded in any job.
    package func hasEmbedded(_ hash: ContentHash) async throws(LedgerError) -> Bool {
        try await reading { db in
            try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM job_files WHERE content_hash = ? AND state = 'embedded')",
                arguments: [hash.hex]) ?? false
        }
    }

    /// Whether a job that may still go on, other than the given one, has a file of these bytes that has not ended.
    package func needs(_ hash: ContentHash, besides job: JobID? = nil) async throws(LedgerError) -> Bool {
        try await reading { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM job_files JOIN jobs ON jobs.id = job_files.job
                    WHERE content_hash = ? AND job IS NOT ? AND job_files.state IS NULL
                    AND jobs.state IN ('queued', 'running', 'failed'))
                    """,
                arguments: [hash.hex, job?.text]) ?? false
        }
    }

    private func changing(
        _ id: JobID, at time: Date, _ change: @escaping @Sendable (JobWriter) throws -> Void
    ) async throws(LedgerError) -> Job {
        try await writing { db in
            try change(JobWriter(db: db, id: id, time: time))
            return try JobRows.job(db, id)
        }
    }
}
