import EchoCore
import EchoLedger
import EchoTesting
import Foundation
import Testing

@Suite("Verdicts and edited drafts") struct ReviewTests {
    let scratch: ScratchFolder
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    let one = StudyID("st-1")
    let two = StudyID("st-2")

    init() throws { scratch = try ScratchFolder() }

    private func ledger() async throws -> Ledger {
        try await Ledger.open(at: scratch.path("ledger.sqlite"), for: .write)
    }

    @Test("keep their history, and the last one holds")
    func history() async throws {
        let ledger = try await ledger()
        let given: [(StudyID, String, VerdictValue)] = [
            (one, "pacemaker", .unsure), (two, "pacemaker", .rejected), (one, "pacemaker", .confirmed),
            (one, "tavr", .rejected),
        ]
        for (place, each) in given.enumerated() {
            _ = try await ledger.recordVerdict(
                each.2, on: each.0, promptSet: each.1, note: place == 2 ? "lead, \"two\"\nlines" : nil,
                by: .key(KeyID("ky-1")), at: start.addingTimeInterval(Double(place)))
        }
        let latest = try await ledger.verdicts()
        #expect(latest.map(\.value) == [.confirmed, .rejected, .rejected])
        #expect(
            try await ledger.verdicts(on: one, promptSet: "pacemaker", onlyLatest: false).map(\.value)
                == [.unsure, .confirmed])
        let lines = try await ledger.verdictsCSV(promptSet: "pacemaker")
        #expect(
            lines
                == "study,prompt_set,verdict,note,actor,time\r\n"
                + "st-1,pacemaker,unsure,,ky-1,2027-01-15T08:00:00Z\r\n"
                + "st-1,pacemaker,confirmed,\"lead, \"\"two\"\"\nlines\",ky-1,2027-01-15T08:00:02Z\r\n"
                + "st-2,pacemaker,rejected,,ky-1,2027-01-15T08:00:01Z\r\n")
    }

    @Test("are text to a spreadsheet, whatever a note begins with")
    func formulas() async throws {
        let ledger = try await ledger()
        let notes = ["=HYPERLINK(\"http://a\",\"b\")", "+1", "-1", "@sum", "\t=1", "a=1"]
        for note in notes {
            _ = try await ledger.recordVerdict(
                .unsure, on: one, promptSet: "tavr", note: note, by: .local, at: start)
        }
        let fields = try await ledger.verdictsCSV().split(separator: "\r\n").dropFirst()
            .map { $0.dropFirst("st-1,tavr,unsure,".count).dropLast(",local,2027-01-15T08:00:00Z".count) }
        #expect(
            fields == ["\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"", "'+1", "'-1", "'@sum", "'\t=1", "a=1"])
    }

    @Test("of an edited draft keep both texts, and tell the lines that differ")
    func edits() async throws {
        let ledger = try await ledger()
        let kept = try await ledger.recordEdit(
            of: "LV normal.\nRV dilated.\nNo effusion.", to: "LV normal.\nRV normal.\nNo effusion.\nEnd.",
            study: one, by: .local, at: start)
        #expect(try await ledger.edits(of: one) == [kept])
        #expect(
            kept.changes.map { "\($0.kind.rawValue) \($0.line)" } == [
                "kept LV normal.", "removed RV dilated.", "inserted RV normal.", "kept No effusion.",
                "inserted End.",
            ])
    }

    @Test("give back both texts from the changed lines", arguments: UInt64(0)..<200)
    func changes(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let texts = (0..<2).map { _ in
            (0..<Int.random(in: 1...12, using: &random)).map { _ in
                String(Int.random(in: 0...4, using: &random))
            }.joined(separator: "\n")
        }
        let ledger = try await ledger()
        let kept = try await ledger.recordEdit(
            of: texts[0], to: texts[1], study: one, by: .local, at: start)
        let (old, new) = (
            kept.changes.filter { $0.kind != .inserted }, kept.changes.filter { $0.kind != .removed }
        )
        #expect(old.map(\.line).joined(separator: "\n") == texts[0])
        #expect(new.map(\.line).joined(separator: "\n") == texts[1])
    }

    @Test("are bounded, and go with their study, also from the disk")
    func bounds() async throws {
        let ledger = try await ledger()
        await #expect(throws: LedgerError.tooLong(unit: "bytes", found: 4_001, limit: 4_000)) {
            try await ledger.recordVerdict(
                .unsure, on: one, promptSet: "x", note: String(repeating: "n", count: 4_001), by: .local,
                at: start)
        }
        await #expect(throws: LedgerError.tooLong(unit: "lines", found: 2_001, limit: 2_000)) {
            try await ledger.recordEdit(
                of: "", to: String(repeating: "\n", count: 2_000), study: one, by: .local, at: start)
        }
        _ = try await ledger.recordVerdict(
            .unsure, on: one, promptSet: "x", note: "CANARYNOTE", by: .local, at: start)
        _ = try await ledger.recordEdit(of: "CANARYDRAFT", to: "b", study: one, by: .local, at: start)
        _ = try await ledger.recordEdit(of: "stays", to: "b", study: two, by: .local, at: start)
        try await ledger.forget(study: one)
        #expect(try await ledger.verdicts().isEmpty)
        #expect(try await ledger.edits(of: one).isEmpty)
        #expect(try await ledger.edits(of: two).count == 1)
        for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
            let bytes = FileManager.default.contents(atPath: scratch.path(name)) ?? Data()
            for canary in ["CANARYNOTE", "CANARYDRAFT"] {
                #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(name)")
            }
        }
    }
}
