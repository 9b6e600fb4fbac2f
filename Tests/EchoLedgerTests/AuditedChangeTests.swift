import EchoCore
import EchoLedger
import EchoTesting
import Foundation
import GRDB
import Testing

@Suite("A change and its audit line") struct AuditedChangeTests {
    let scratch: ScratchFolder
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    let study = StudyID("st-1")
    let key = AuditActor.key(KeyID("ky-1"))
    var path: String { scratch.path("ledger.sqlite") }

    init() throws { scratch = try ScratchFolder() }

    private func add(to ledger: Ledger) async throws -> Job {
        let file = JobFile(ordinal: 0, contentHash: JobLedgerTests.hash(1), byteCount: 1)
        return try await ledger.addJob(JobID.random(), files: [file], by: key, at: start)
    }

    @Test("are written together")
    func together() async throws {
        let ledger = try await Ledger.open(at: path, for: .write)
        _ = try await ledger.recordEdit(of: "a", to: "b", study: study, by: key, at: start)
        _ = try await ledger.recordVerdict(
            .unsure, on: study, promptSet: "tavr", note: nil, by: key, at: start)
        let job = try await add(to: ledger)
        _ = try await ledger.enter(.failed, .failed, of: job.id, at: start)
        _ = try await ledger.requeue(job.id, by: key, at: start)
        _ = try await ledger.askForEnd(of: job.id, by: key, at: start)
        let sent = AuditRecord(.ingest, by: key, job: job.id, count: 1)
        let expected = [
            AuditRecord(.edit, by: key, studies: [study]), AuditRecord(.verdict, by: key, studies: [study]),
            sent, sent, AuditRecord(.cancel, by: key, job: job.id),
        ]
        #expect(try await ledger.audit().map(\.record) == expected)
        #expect(try await ledger.verifyAudit().isSound)
    }

    @Test("are both left undone where the line cannot be written")
    func neither() async throws {
        let first = try await Ledger.open(at: path, for: .write)
        let waiting = try await add(to: first)
        let failed = try await first.enter(
            .failed, .failed, of: try await add(to: first).id, at: start)
        try first.close()
        let database = try DatabaseQueue(path: path)
        try await database.write { db in
            try db.execute(
                sql: "CREATE TRIGGER no_line BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
        }
        try database.close()
        let ledger = try await Ledger.open(at: path, for: .write)
        // 19: what a trigger that refuses gives.
        let refusal = LedgerError.system(code: 19)
        await #expect(throws: refusal) {
            try await ledger.recordEdit(of: "a", to: "b", study: study, by: key, at: start)
        }
        await #expect(throws: refusal) {
            try await ledger.recordVerdict(
                .unsure, on: study, promptSet: "tavr", note: nil, by: key, at: start)
        }
        await #expect(throws: refusal) { try await add(to: ledger) }
        await #expect(throws: refusal) { try await ledger.askForEnd(of: waiting.id, by: key, at: start) }
        await #expect(throws: refusal) { try await ledger.requeue(failed.id, by: key, at: start) }
        #expect(try await ledger.edits(of: study).isEmpty)
        #expect(try await ledger.verdicts().isEmpty)
        #expect(try await ledger.jobs() == [failed, waiting])
        #expect(try await ledger.audit().count == 2)
    }
}
