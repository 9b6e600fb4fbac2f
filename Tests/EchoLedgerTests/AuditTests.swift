import EchoCore
import EchoLedger
import EchoTesting
import Foundation
import GRDB
import Testing

@Suite("The audit trail") struct AuditTests {
    let scratch: ScratchFolder
    let start = Date(timeIntervalSince1970: 1_800_000_000.125)
    var path: String { scratch.path("ledger.sqlite") }

    init() throws { scratch = try ScratchFolder() }

    private func filled(_ count: Int = 12) async throws -> Ledger {
        let ledger = try await Ledger.open(at: path, for: .write)
        for number in 0..<count {
            var record = AuditRecord(
                AuditAction.allCases[number % AuditAction.allCases.count],
                by: number % 3 == 0 ? .local : .key(KeyID("ky-\(number)")),
                outcome: AuditOutcome.allCases[number % AuditOutcome.allCases.count])
            record.studies = (0..<number % 3).map { StudyID("st-\($0)") }
            record.clips = (0..<number % 2).map { ClipID("cl-\($0)") }
            if number % 4 == 0 { record.job = JobID("jb-\(number)") }
            if number % 5 == 0 { record.count = number }
            if number % 6 == 0 { record.code = "index.busy" }
            let entry = try await ledger.append(record, at: start.addingTimeInterval(Double(number)))
            #expect(entry.record == record)
            #expect(entry.number == number + 1)
        }
        return ledger
    }

    @Test("reads back as it was written")
    func roundTrip() async throws {
        let ledger = try await filled()
        let entries = try await ledger.audit()
        #expect(entries.map(\.number) == Array(1...12))
        #expect(entries[2].record.studies == [StudyID("st-0"), StudyID("st-1")])
        #expect(entries[0].time == start)
        #expect(try await ledger.audit(after: 10).map(\.number) == [11, 12])
        let found = try await ledger.verifyAudit()
        #expect(found == AuditVerification(entries: 12, head: entries[11].hash))
        #expect(Set(entries.map(\.hash)).count == 12)
    }

    @Test("takes many at once, each in its place, with fewer writes than entries; also for who has gone")
    func manyAtOnce() async throws {
        let ledger = try await Ledger.open(at: path, for: .write)
        let entries = try await withThrowingTaskGroup(of: AuditEntry.self) { group in
            for number in 0..<300 {
                group.addTask {
                    var record = AuditRecord(.view, by: .local)
                    record.count = number
                    withUnsafeCurrentTask { if number % 10 == 0 { $0?.cancel() } }
                    return try await ledger.append(record, at: start)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(entries.compactMap(\.record.count)) == Set(0..<300))
        #expect(try await ledger.audit() == entries.sorted { $0.number < $1.number })
        #expect(try await ledger.verifyAudit().entries == 300)
        #expect(try await ledger.verifyAudit().firstBroken == nil)
        // Each transaction writes two pages at least: the trail's last and the one that numbers it.
        let pages = try await DatabaseQueue(path: path).writeWithoutTransaction { db in
            try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint", adapter: RangeRowAdapter(1..<2))
        }
        #expect(try #require(pages) < 300)
    }

    @Test("is not added to by who only reads")
    func readOnly() async throws {
        try await filled(1).close()
        let ledger = try await Ledger.open(at: path, for: .read)
        await #expect(throws: LedgerError.readOnly) {
            try await ledger.append(AuditRecord(.view, by: .local), at: start)
        }
    }

    /// What somebody might do to row 5; the first number that then fails.
    static let attacks: [(sql: String, first: Int)] = changes + moves

    private static let changes: [(sql: String, first: Int)] = [
        "time = time + 1", "actor = 'local '", "action = 'export'", "outcome = 'failed'",
        "studies = 'st-9'", "clips = 'cl-7'", "job = 'jb-1'", "key = 'ky-1'", "count = 77",
        "code = 'index.full'", "hash = zeroblob(32)", "row = 500",
    ].map { ("UPDATE audit SET \($0) WHERE row = 5", 5) }

    private static let moves: [(sql: String, first: Int)] = [
        ("DELETE FROM audit WHERE row = 5", 5), ("DELETE FROM audit WHERE row = 1", 1),
        ("DELETE FROM audit WHERE row = 12", 12), ("DELETE FROM audit", 1),
        (
            """
            INSERT INTO audit SELECT 13, time, actor, action, outcome, studies, clips, job, key, count, code, hash
            FROM audit WHERE row = 12
            """, 13
        ),
        (
            """
            UPDATE audit SET row = -row WHERE row IN (5, 6); UPDATE audit SET row = 5 WHERE row = -6;
            UPDATE audit SET row = 6 WHERE row = -5
            """, 5
        ),
    ]

    @Test("shows any row that was altered, removed, added or moved", arguments: attacks)
    func findsAttack(sql: String, first: Int) async throws {
        let ledger = try await filled()
        try ledger.close()
        let database = try DatabaseQueue(path: path)
        try await database.write { try $0.execute(sql: sql) }
        try database.close()
        let found = try await Ledger.open(at: path, for: .read).verifyAudit()
        #expect(found.firstBroken == first)
        #expect(!found.isSound)
    }

    private static let columns = [
        "time", "actor", "action", "outcome", "studies", "clips", "job", "key", "count", "code", "hash",
    ]

    @Test("shows a change of any single byte of any value", arguments: UInt64(0)..<60)
    func findsAnyByte(seed: UInt64) async throws {
        let ledger = try await filled()
        try ledger.close()
        var random = SplitMix64(seed: seed)
        let row = Int.random(in: 1...12, using: &random)
        let database = try DatabaseQueue(path: path)
        let values = try await database.read { db in
            try Self.columns.reduce(into: [String: Data]()) { values, column in
                values[column] = try Data.fetchOne(
                    db, sql: "SELECT CAST(\(column) AS BLOB) FROM audit WHERE row = ?", arguments: [row])
            }
        }
        let filled = Self.columns.filter { values[$0]?.isEmpty == false }
        let column = filled[Int.random(in: 0..<filled.count, using: &random)]
        var bytes = Array(try #require(values[column]))
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let old = bytes[place]
        // A number's digits stay digits; the column turns them into a number again.
        let others: ClosedRange<UInt8> = ["time", "count"].contains(column) ? 48...57 : 97...122
        let other = others.filter { $0 != old }
        bytes[place] = other[Int.random(in: 0..<other.count, using: &random)]
        let changed = Data(bytes)
        let type = column == "hash" ? "BLOB" : "TEXT"
        try await database.write { db in
            try db.execute(
                sql: "UPDATE audit SET \(column) = CAST(? AS \(type)) WHERE row = ?",
                arguments: [changed, row])
        }
        try database.close()
        #expect(try await Ledger.open(at: path, for: .read).verifyAudit().firstBroken == row)
    }

    @Test("knows each head that it ever had, and no other")
    func heads() async throws {
        let ledger = try await filled(5)
        for entry in try await ledger.audit() { #expect(try await ledger.auditHas(head: entry.hash) == true) }
        #expect(try await ledger.auditHas(head: String(repeating: "0", count: 64)) == true)
        #expect(try await ledger.auditHas(head: String(repeating: "1", count: 64)) == false)
        #expect(try await ledger.auditHas(head: nil) == nil)
    }

    @Test("is exported as lines of JSON, each with the entry's hash")
    func export() async throws {
        let ledger = try await filled(3)
        var lines: [String] = []
        try await ledger.exportAudit { lines.append($0) }
        #expect(lines.count == 3)
        let entries = try await ledger.audit()
        for (line, entry) in zip(lines, entries) {
            #expect(line.contains("\"hash\":\"\(entry.hash)\""))
            #expect(!line.contains("\n"))
        }
        let end = #""time":"2027-01-15T08:00:01.125Z"}"#
        #expect(
            lines[1].hasPrefix(#"{"action":"view","actor":"ky-1","clips":["cl-0"],"code":null,"count":null,"#)
        )
        #expect(lines[1].hasSuffix(#""number":2,"outcome":"refused","studies":["st-0"],"# + end))
    }
}
