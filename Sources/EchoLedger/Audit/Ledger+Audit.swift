internal import EchoCore
public import Foundation
internal import GRDB

extension Ledger {
    /// Adds to the audit trail; when this returns, the entry is on the disk.
    ///
    /// - Complexity: one row read, one written, one synchronized write to the disk.
    @discardableResult
    public func append(_ record: AuditRecord, at time: Date) async throws(LedgerError) -> AuditEntry {
        try await writing { try AuditRows.append(record, at: time, $0) }
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
