import EchoCore
import EchoLedger
import EchoTesting
import Foundation
import GRDB
import Testing

@Suite("The ledger") struct LedgerTests {
    let scratch: ScratchFolder
    var path: String { scratch.path("service/ledger.sqlite") }

    init() throws { scratch = try ScratchFolder() }

    @Test("is made where it is to be written, readable by its owner alone, and durable")
    func isMade() async throws {
        let ledger = try await Ledger.open(at: path, for: .write)
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect((facts[.posixPermissions] as? NSNumber)?.int16Value == 0o600)
        let settings = try await ledger.durabilitySettings()
        #expect(settings == ["journal_mode": "wal", "synchronous": "2", "secure_delete": "1"])
        try ledger.close()
    }

    @Test("is not made where it is to be read, and refuses to write there")
    func reads() async throws {
        await #expect(throws: LedgerError.noLedger) { try await Ledger.open(at: path, for: .read) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try await Ledger.open(at: path, for: .write).close()
        let ledger = try await Ledger.open(at: path, for: .read)
        await #expect(throws: LedgerError.readOnly) {
            try await ledger.append(AuditRecord(.view, by: .local), at: .now)
        }
    }

    @Test("of a newer format, or another program's, is refused and left as it is")
    func refusesOthers() async throws {
        try await Ledger.open(at: path, for: .write).close()
        try await DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 9") }
        for access in [Ledger.Access.read, .write] {
            await #expect(throws: LedgerError.newerFormat(found: 9, supported: 1)) {
                try await Ledger.open(at: path, for: access)
            }
        }
        let text = try scratch.write("no database at all, but a text of some length".utf8, to: "text")
        await #expect(throws: LedgerError.damaged(table: "ledger", row: nil)) {
            try await Ledger.open(at: text, for: .write)
        }
        let other = scratch.path("other.sqlite")
        try await DatabaseQueue(path: other).write { try $0.execute(sql: "PRAGMA user_version = 1") }
        await #expect(throws: LedgerError.damaged(table: "ledger", row: nil)) {
            try await Ledger.open(at: other, for: .write)
        }
    }

    @Test(
        "refuses another program's database, whatever version that has, and leaves it as it is",
        arguments: [
            "PRAGMA application_id = 1", "PRAGMA application_id = 1; PRAGMA user_version = 9",
            "PRAGMA user_version = 9", "CREATE TABLE theirs (row INTEGER PRIMARY KEY)",
        ])
    func refusesForeign(statements: String) async throws {
        let other = scratch.path("other.sqlite")
        let queue = try DatabaseQueue(path: other)
        try await queue.writeWithoutTransaction { try $0.execute(sql: statements) }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: other))
        for access in [Ledger.Access.read, .write] {
            await #expect(throws: LedgerError.damaged(table: "ledger", row: nil)) {
                try await Ledger.open(at: other, for: access)
            }
        }
        #expect(try Data(contentsOf: URL(filePath: other)) == before)
    }

    @Test("keeps a golden ledger of format 1 readable")
    func golden() async throws {
        let statements = try #require(
            try? String(
                contentsOfFile: Fixtures.root.path + "/Tests/EchoLedgerTests/Golden/ledger-1.sql",
                encoding: .utf8))
        let database = try DatabaseQueue(path: path(inNewFolder: "golden"))
        try await database.write { try $0.execute(sql: statements) }
        try database.close()
        let ledger = try await Ledger.open(at: scratch.path("golden/ledger.sqlite"), for: .write)
        let job = try #require(try await ledger.jobs().first)
        #expect(job.state == .finished)
        #expect(job.counts.embedded == 1)
        #expect(
            try await ledger.events(of: job.id).map(\.kind) == [.queued, .started, .file, .file, .finished])
        #expect(try await ledger.verifyAudit().isSound)
        #expect(try await ledger.audit().count == 2)
        #expect(try await ledger.keys().map(\.name) == ["reading-room"])
        #expect(try await ledger.verdicts().map(\.value) == [.confirmed])
    }

    private func path(inNewFolder name: String) throws -> String {
        try FileManager.default.createDirectory(
            atPath: scratch.path(name), withIntermediateDirectories: true)
        return scratch.path("\(name)/ledger.sqlite")
    }

    @Test("may be written by two at once")
    func twoWriters() async throws {
        let ledgers = [
            try await Ledger.open(at: path, for: .write), try await Ledger.open(at: path, for: .write),
        ]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for ledger in ledgers {
                group.addTask {
                    for _ in 0..<40 {
                        _ = try await ledger.append(AuditRecord(.view, by: .local), at: .now)
                    }
                }
            }
            try await group.waitForAll()
        }
        let found = try await ledgers[0].verifyAudit()
        #expect(found.isSound)
        #expect(found.entries == 80)
    }

    @Test("writes for a task that is cancelled all the same")
    func ignoresCancellation() async throws {
        let ledger = try await Ledger.open(at: path, for: .write)
        await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try? await ledger.append(AuditRecord(.view, by: .local), at: .now)
        }.value
        #expect(try await ledger.audit().count == 1)
    }
}
