internal import EchoCore
public import Foundation
internal import GRDB

extension Ledger {
    /// Adds to the audit trail; when this returns, the entry is on the disk.
    ///
    /// - Throws: ``LedgerError/readOnly`` where it was opened for reading.
    /// - Complexity: one row read, one written; a synchronized write to the disk for all who wait at a time.
    @discardableResult
    public func append(_ record: AuditRecord, at time: Date) async throws(LedgerError) -> AuditEntry {
        guard access == .write else { throw .readOnly }
        return try await auditLine.append(record, at: time)
    }

    /// The audit trail after a number, oldest first.
    public func audit(after number: Int = 0, limit: Int = .max) async throws(LedgerError) -> [AuditEntry] {
        try await reading { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM audit WHERE row > ? ORDER BY row LIMIT ?", arguments: [number, limit]
            ).map { try AuditRows.entry($0) }
        }
    }

    /// Recomputes the chain over the whole trail.
    ///
    /// Finds any entry that was altered, removed, added or moved by somebody who did not recompute all hashes
    /// after it; against that, compare ``AuditVerification/head`` with one that was noted elsewhere.
    ///
    /// - Complexity: O(entries); holds one at a time.
    public func verifyAudit() async throws(LedgerError) -> AuditVerification {
        try await reading { try AuditRows.verify($0) }
    }

    /// Whether a hash that was the head once is an entry's still, or the start of all; `nil` where none is given.
    ///
    /// - Complexity: O(entries).
    public func auditHas(head: String?) async throws(LedgerError) -> Bool? {
        guard let head else { return nil }
        if head == String(repeating: "0", count: AuditSeal.start.count * 2) { return true }
        return try await reading { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM audit WHERE lower(hex(hash)) = ?)",
                arguments: [head.lowercased()]) ?? false
        }
    }

    /// Hands on the trail after a number as lines of JSON, oldest first.
    ///
    /// - Throws: ``LedgerError``, or what `write` throws.
    public func exportAudit(after number: Int = 0, to write: (String) throws -> Void) async throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
        }
        var last = number
        while true {
            let entries = try await audit(after: last, limit: Self.exportChunk)
            for entry in entries { try write(String(decoding: try encoder.encode(entry), as: UTF8.self)) }
            guard let end = entries.last, entries.count == Self.exportChunk else { return }
            last = end.number
        }
    }

    private static let exportChunk = 1_000
}
