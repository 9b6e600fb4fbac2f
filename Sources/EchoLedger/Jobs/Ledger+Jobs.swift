internal import EchoCore
internal import Foundation
internal import GRDB

extension Ledger {
    /// Jobs, newest first.
    public func jobs(
        in state: JobState? = nil, offset: Int = 0, limit: Int = .max
    ) async throws(LedgerError) -> [Job] {
        try await reading { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM jobs WHERE ? IS NULL OR state = ? ORDER BY row DESC LIMIT ? OFFSET ?",
                arguments: [state?.rawValue, state?.rawValue, limit, offset]
            ).map { try JobRows.job($0) }
        }
    }

    /// How many jobs there are.
    public func jobCount(in state: JobState? = nil) async throws(LedgerError) -> Int {
        try await reading { db in
            try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM jobs WHERE ? IS NULL OR state = ?",
                arguments: [state?.rawValue, state?.rawValue]) ?? 0
        }
    }

    /// One job.
    ///
    /// - Throws: ``LedgerError/notFound(_:)``.
    public func job(_ id: JobID) async throws(LedgerError) -> Job {
        try await reading { try JobRows.job($0, id) }
    }

    /// A job's files, in the order in which they were sent.
    ///
    /// - Throws: ``LedgerError/notFound(_:)``.
    public func files(
        of job: JobID, offset: Int = 0, limit: Int = .max
    ) async throws(LedgerError) -> [JobFile] {
        try await reading { db in
            _ = try JobRows.job(db, job)
            return try JobRows.files(db, job, offset: offset, limit: limit)
        }
    }

    /// A job's events after a number, in order.
    ///
    /// - Throws: ``LedgerError/notFound(_:)``.
    public func events(
        of job: JobID, after sequence: Int = 0, limit: Int = .max
    ) async throws(LedgerError) -> [JobEvent] {
        try await reading { try JobRows.events($0, job, after: sequence, limit: limit) }
    }

    /// Jobs by state; states without a job are absent.
    public func jobCounts() async throws(LedgerError) -> [JobState: Int] {
        try await reading { db in
            try Row.fetchAll(db, sql: "SELECT state, COUNT(*) AS count FROM jobs GROUP BY state")
                .reduce(into: [:]) { counts, row in
                    counts[try row.word("state", of: "jobs")] = try row.get("count", of: "jobs") as Int
                }
        }
    }
}
