internal import EchoCore
internal import Foundation
internal import GRDB

/// Reads jobs, their files and their events.
enum JobRows {
    private static let table = "jobs"

    static func job(_ db: Database, _ id: JobID) throws -> Job {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM jobs WHERE id = ?", arguments: [id.text])
        else { throw LedgerError.notFound(.job) }
        return try job(row)
    }

    static func job(_ row: Row) throws -> Job {
        guard let created = row.time("created") else { throw LedgerError.damaged(table: table, row: nil) }
        return Job(
            id: JobID(try row.get("id", of: table)), state: try row.word("state", of: table),
            actor: AuditActor(text: try row.get("actor", of: table)), created: created,
            started: row.time("started"), finished: row.time("finished"),
            fileCount: try row.get("file_count", of: table), byteCount: try row.get("byte_count", of: table),
            counts: try counts(row, of: table), isCancelling: try row.get("is_cancelling", of: table),
            code: row.text("code"), reason: row.text("reason"),
            lastEvent: try row.get("last_event", of: table))
    }

    static func files(_ db: Database, _ job: JobID, offset: Int, limit: Int) throws -> [JobFile] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM job_files WHERE job = ? ORDER BY ordinal LIMIT ? OFFSET ?",
            arguments: [job.text, limit, offset]
        ).map { try file($0) }
    }

    static func file(_ db: Database, _ job: JobID, _ ordinal: Int) throws -> JobFile {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM job_files WHERE job = ? AND ordinal = ?",
            arguments: [job.text, ordinal])
        guard let row else { throw LedgerError.damaged(table: "job_files", row: nil) }
        return try file(row)
    }

    private static func file(_ row: Row) throws -> JobFile {
        let table = "job_files"
        return JobFile(
            ordinal: try row.get("ordinal", of: table),
            contentHash: row.text("content_hash").flatMap { ContentHash(hex: $0) },
            byteCount: try row.get("byte_count", of: table),
            end: row.text("state").flatMap { FileEnd(rawValue: $0) }, code: row.text("code"),
            reason: row.text("reason"), clip: row.text("clip").map { ClipID($0) },
            study: row.text("study").map { StudyID($0) }, ended: row.time("ended"))
    }

    static func events(_ db: Database, _ id: JobID, after: Int, limit: Int) throws -> [JobEvent] {
        let fileCount = try job(db, id).fileCount
        let table = "job_events"
        return try Row.fetchAll(
            db, sql: "SELECT * FROM job_events WHERE job = ? AND sequence > ? ORDER BY sequence LIMIT ?",
            arguments: [id.text, after, limit]
        ).map { row in
            guard let time = row.time("time") else { throw LedgerError.damaged(table: table, row: nil) }
            let ordinal = Int.fromDatabaseValue(row["ordinal"])
            return JobEvent(
                job: id, sequence: try row.get("sequence", of: table), time: time,
                kind: try row.word("kind", of: table), state: try row.word("state", of: table),
                file: try ordinal.map { try file(db, id, $0) }, counts: try counts(row, of: table),
                fileCount: fileCount)
        }
    }

    private static func counts(_ row: Row, of table: String) throws -> JobCounts {
        var counts = JobCounts()
        for end in FileEnd.allCases { counts[end] = try row.get(end.rawValue, of: table) }
        return counts
    }
}
