import EchoTesting
import Foundation
import Testing

@Suite("echoseek ingest") struct IngestCommandTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    static let keys: Set<String> = ["embedded", "duplicate", "skipped", "quarantined", "studies", "seconds"]

    static func counts(_ summary: JSON) -> [Double?] {
        ["embedded", "duplicate", "skipped", "quarantined", "studies"].map { summary[$0].number }
    }

    @Test("counts every file in one state, again too, and exits 2 where one failed")
    func summary() throws {
        let lab = try Lab.shared()
        let program = lab.program
        let arguments = [
            "ingest", "--index", "own", "--model", Lab.model, "--manifest", "manifest.csv", "--json",
        ]
        let first = try program.run(arguments + ["clips"])
        #expect(first.status == 2)
        #expect(first.lines.count == 1)
        let summary = try first.json
        #expect(summary.keys.isSuperset(of: Self.keys.union(["frames_per_second"])))
        #expect(Self.counts(summary) == [5, 0, 1, 1, 4])
        #expect(try #require(summary["frames_per_second"].number) > 0)
        let second = try program.run(arguments + ["clips"])
        #expect(Self.counts(try second.json) == [0, 5, 1, 1, 4])
        let good = try program.run(
            "ingest", "--index", "own", "--json", "clips/a4c_ybr422_jpeg_30f.dcm")
        #expect(good.status == 0)
    }

    @Test("writes one object a file in input order under --ndjson, the summary last")
    func ndjson() throws {
        let run = try Lab.shared().program.run(
            "ingest", "--index", scratch.path("i"), "--ndjson", "clips/plax_still_jpeglossless.dcm",
            "clips/SOURCES.md", "clips/a4c_ybr422_jpeg_30f.dcm")
        let lines = try run.jsonLines
        #expect(lines.count == 4)
        #expect(lines.prefix(3).map { $0["state"].text } == ["embedded", "skipped", "embedded"])
        for line in lines.prefix(3) {
            #expect(
                line.keys == [
                    "input", "state", "code", "reason", "kind", "clip", "study", "shares_uid_with",
                ])
        }
        #expect(Self.counts(lines[3]) == [2, 0, 1, 0, 2])
        #expect(run.status == 2, "a file that was named was skipped")
    }

    @Test("says what would happen under --dry-run, and writes nothing")
    func dryRun() throws {
        let run = try Lab.shared().program.run(
            "ingest", "--index", scratch.path("i"), "--dry-run", "--manifest", "manifest.csv", "--json",
            "clips")
        let summary = try run.json
        #expect(summary["dry_run"] == .flag(true))
        #expect(summary["embedded"].number == 5)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("i")))
    }

    @Test("ends with 130 on ctrl-C, keeps what it acknowledged, and goes on where it stopped")
    func interrupted() throws {
        let lab = try Lab.shared()
        let arguments = [
            "ingest", "--index", scratch.path("i"), "--manifest", "manifest.csv", "--threads", "1",
            "--ndjson",
        ]
        let running = try lab.program.start(arguments: arguments + ["clips"])
        let end = ContinuousClock.now + .seconds(20)
        while try running.outputSoFar.isEmpty, ContinuousClock.now < end { usleep(2000) }
        running.interrupt()
        let run = try running.wait()
        #expect(run.status == 130)
        let summary = try #require(try run.jsonLines.last)
        #expect(summary["interrupted"] == .flag(true))
        #expect(run.errors.contains("run the same command again"))
        let stored = try #require(summary["embedded"].number)
        #expect(stored >= 1)
        let rest = try #require(try lab.program.run(arguments + ["clips"]).jsonLines.last)
        #expect(rest["duplicate"].number == stored)
        #expect(rest["embedded"].number == 5 - stored)
    }

    @Test("takes a manifest as JSON lines as well")
    func jsonManifest() throws {
        let lab = try Lab.shared()
        let clip = lab.folder.appending(path: "clips/a4c_h264_120f.mp4").path
        let line = #"{"path": "\#(clip)", "patient": "P7", "study": "S7", "date": "2020-02-03"}"#
        let manifest = try scratch.write(line.utf8, to: "m.ndjson")
        let program = Program(
            in: lab.folder, ["ECHOSEEK_MODELS": "models", "ECHOSEEK_INDEX": scratch.path("i")])
        #expect(try program.run("ingest", "--manifest", manifest, "--json").status == 0)
        let study = try program.run("list", "studies", "--json").json[0]
        #expect(study["study_key"].text == "S7")
        #expect(study["date"].text == "2020-02-03")
    }
}
