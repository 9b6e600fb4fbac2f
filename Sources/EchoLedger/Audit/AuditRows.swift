internal import EchoCore
internal import Foundation
internal import GRDB

/// Writes and reads the audit trail's rows.
enum AuditRows {
    private static let table = "audit"

    static func append(_ record: AuditRecord, at time: Date, _ db: Database) throws -> AuditEntry {
        let newest = try db.cachedStatement(sql: "SELECT row, hash FROM audit ORDER BY row DESC LIMIT 1")
        let last = try Row.fetchOne(newest)
        let number = try last.map { try $0.get("row", of: table) as Int + 1 } ?? 1
        let previous: Data = try last.map { try $0.get("hash", of: table) } ?? AuditSeal.start
        let values: [(any DatabaseValueConvertible)?] = [
            number, time.milliseconds, record.actor.text, record.action.rawValue, record.outcome.rawValue,
            text(record.studies), text(record.clips), record.job?.text, record.key?.text,
            record.count,
            record.code,
        ]
        let stored = values.map { $0?.databaseValue ?? .null }
        let hash = AuditSeal.hash(after: previous, stored)
        let names = AuditSeal.columns.joined(separator: ", ")
        let marks = AuditSeal.columns.map { _ in "?" }.joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT INTO audit (\(names), hash) VALUES (\(marks), ?)")
            .execute(arguments: StatementArguments(stored + [hash.databaseValue]))
        return AuditEntry(number: number, time: time.kept, record: record, hash: hex(hash))
    }

    static func entry(_ row: Row) throws -> AuditEntry {
        guard let time = row.time("time") else { throw LedgerError.damaged(table: table, row: nil) }
        var record = AuditRecord(
            try row.word("action", of: table), by: AuditActor(text: try row.get("actor", of: table)),
            outcome: try row.word("outcome", of: table), studies: try ids(row, "studies"),
            clips: try ids(row, "clips"))
        record.job = row.text("job").map { JobID($0) }
        record.key = row.text("key").map { KeyID($0) }
        record.count = Int.fromDatabaseValue(row["count"])
        record.code = row.text("code")
        return AuditEntry(
            number: try row.get("row", of: table), time: time, record: record,
            hash: hex(try row.get("hash", of: table)))
    }

    /// Recomputes the chain.
    static func verify(_ db: Database) throws -> AuditVerification {
        var previous = AuditSeal.start
        var entries = 0
        var firstBroken: Int?
        let names = AuditSeal.columns.joined(separator: ", ")
        let rows = try Row.fetchCursor(db, sql: "SELECT \(names), hash FROM audit ORDER BY row")
        while let row = try rows.next() {
            entries += 1
            let kept = Data.fromDatabaseValue(row["hash"]) ?? Data()
            let hash = AuditSeal.hash(after: previous, Array(row.databaseValues.dropLast()))
            let isNext = Int.fromDatabaseValue(row["row"]) == entries
            if firstBroken == nil, !isNext || hash != kept { firstBroken = entries }
            previous = kept
        }
        // SQLite's own count tells of entries that were taken off the end.
        let ever =
            try Int.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'audit'") ?? 0
        if firstBroken == nil, ever > entries { firstBroken = entries + 1 }
        return AuditVerification(entries: entries, firstBroken: firstBroken, head: hex(previous))
    }

    private static func hex(_ bytes: Data) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func text(_ ids: [some OpaqueID]) -> String {
        ids.map(\.text).joined(separator: " ")
    }

    private static func ids<ID: OpaqueID>(_ row: Row, _ column: String) throws -> [ID] {
        try row.get(column, of: table, as: String.self).split(separator: " ").map { ID(String($0)) }
    }
}
