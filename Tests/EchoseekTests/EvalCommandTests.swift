import EchoTesting
import Foundation
import Testing

@Suite("echoseek eval") struct EvalCommandTests {
    /// The laboratory's studies with made-up labels, in a file of the laboratory's folder.
    private static func program(_ labels: String = labels) throws -> (Program, file: String) {
        let lab = try Lab.shared()
        let name = "labels-\(labels.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFFFF }).csv"
        try Data(labels.utf8).write(to: lab.folder.appending(path: name))
        return (lab.program, name)
    }

    private static let labels = """
        study,patient,date,ef,pacemaker,lv_dilation,mood
        S1,P1,2023-05-01,60,no,normal,good
        S2,P1,2024-06-02,35,yes,severe,
        \(Lab.dicomStudy),P2,,55,no,mild,

        """

    @Test("writes each metric with value, low, high and n, and the model's notice")
    func json() throws {
        let (program, file) = try Self.program()
        let run = try program.run("eval", "all", "--truth", file, "--bootstrap", "20", "--json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("columns passed over: mood"))
        let found = try run.json
        #expect(found["metrics"]["pacemaker.auc"]["n"].number == 3)
        #expect(found["metrics"]["pacemaker.auc"].keys == ["value", "low", "high", "n"])
        #expect(found["metrics"]["ef.mae.motion"].keys == ["value", "low", "high", "n", "reason"])
        #expect(found["metrics"]["ef.mae.motion"]["value"] == .null)
        #expect(found["metrics"]["identity.r_at_1"]["n"].number == 1)
        #expect(found["metrics"]["transitions.device.auc"]["value"] == .null, "one patient is no comparison")
        #expect(found["goals"].items.count == 18)
        #expect(found["stamp"]["model_notice"].text == SmallModel.notice)
        #expect(found["notice"].text?.contains("not a diagnosis") == true)
        #expect(found["studies"].number == 3)
    }

    @Test("writes Markdown and drawings where asked, the same bytes each time")
    func files() throws {
        let (program, file) = try Self.program()
        func run(_ name: String) throws -> [String: Data] {
            let markdown = "\(name)/report.md"
            let place = program.folder.appending(path: name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let run = try program.run(
                "eval", "all", "--truth", file, "--bootstrap", "20", "--plots", name, "--markdown", markdown)
            #expect(run.status == 0, "\(run.errors)")
            var files: [String: Data] = [:]
            for file in try FileManager.default.contentsOfDirectory(atPath: place.path) {
                files[file] = try Data(contentsOf: place.appending(path: file))
            }
            return files
        }
        let files = try run("eval-one")
        #expect(files["roc-devices.svg"] != nil && files["scatter-ef-repo.svg"] != nil)
        let text = String(decoding: try #require(files["report.md"]), as: UTF8.self)
        #expect(text.hasPrefix("# Evaluation: all\n\n**"))
        #expect(text.contains(": \(SmallModel.notice)**\n"))
        #expect(text.contains("| Pacemaker lead, AUC | 0.84 (0.84–0.84) | 0.66 | T2 |"))
        #expect(try run("eval-two") == files)
    }

    @Test("text output has the goals, the metrics and the notices")
    func text() throws {
        let (program, file) = try Self.program()
        let run = try program.run("eval", "identity", "--truth", file, "--bootstrap", "20")
        let text = StableText.mask(run, in: program.folder)
        #expect(Snapshot.difference(text, "text/eval-identity.txt") == nil)
    }

    @Test(
        "says by its exit status what is wrong",
        arguments: [
            ("study,ef\nS1,lots\n", Int32(65), "line 2"), ("study,ef\nS9,50\n", 65, "None of 1 labelled"),
            ("study,patient,split\nS1,P,a\nS2,P,b\n", 65, "more than one split"),
        ])
    func failures(labels: String, status: Int32, words: String) throws {
        let (program, file) = try Self.program(labels)
        let run = try program.run("eval", "zero-shot", "--truth", file)
        #expect(run.status == status)
        #expect(run.errors.contains(words))
        #expect(run.output.isEmpty)
    }

    @Test("shortcuts asks for the other indexes, and compares with one of the same clips")
    func shortcuts() throws {
        let (program, file) = try Self.program()
        let alone = try program.run("eval", "shortcuts", "--truth", file)
        #expect(alone.status == 78)
        #expect(alone.errors.contains("--covered-index"))
        let both = try program.run(
            "eval", "shortcuts", "--truth", file, "--covered-index", "index", "--bootstrap", "20", "--json")
        #expect(try both.json["metrics"]["shortcuts.rank_changes"]["value"].number == 0)
    }
}
