import EchoTesting
import Testing

@Suite("Text outputs") struct TextSnapshotTests {
    static let commands: [(name: String, arguments: [String])] = [
        ("model-list", ["model", "list"]), ("model-info", ["model", "info", Lab.model]),
        ("model-verify", ["model", "verify", Lab.model, "--files-only"]),
        ("list-studies", ["list", "studies"]),
        ("list-clips", ["list", "clips"]), ("list-quarantine", ["list", "quarantine"]),
        ("list-skipped", ["list", "skipped"]), ("list-runs", ["list", "runs"]), ("show", ["show", "S1"]),
        ("search-text", ["search", "--text", "the left heart", "-k", "2"]),
        ("search-like", ["search", "--like", "S1"]), ("ask", ["ask", "pacemaker"]),
        ("ask-graded", ["ask", "lv-dilation", "--category", "mild"]),
        ("estimate", ["estimate", "ef", "S1", "S2", "--formula", "paper"]),
        ("priors", ["priors", "S1", "--similar"]), ("compare", ["compare", "S1", "S2"]),
        ("draft-text", ["draft", Lab.dicomStudy]),
        ("draft-markdown", ["draft", Lab.dicomStudy, "--format", "markdown"]),
        ("prompts-list", ["prompts", "list"]), ("prompts-show", ["prompts", "show", "lv-dilation"]),
        ("index-stats", ["index", "stats", "--digest"]), ("index-verify", ["index", "verify"]),
        ("inspect", ["inspect", "clips/a4c_jpeg_120f.dcm"]), ("doctor", ["doctor"]),
        ("config-show", ["config", "show", "--threads", "2"]),
        (
            "ingest-dry-run",
            ["ingest", "--index", "fresh", "--dry-run", "--manifest", "manifest.csv", "clips"]
        ),
    ]

    @Test("read as they did before", arguments: commands)
    func snapshot(name: String, arguments: [String]) throws {
        let lab = try Lab.shared()
        let run = try lab.program.run(arguments)
        let text = StableText.mask(run, in: lab.folder)
        #expect(!text.isEmpty, "\(run.errors)")
        #expect(Snapshot.difference(text, "text/\(name).txt") == nil)
    }

    /// Markdown's own line break is two spaces.
    @Test(
        "end with a line end, and no line ends with a space",
        arguments: commands.filter { $0.name != "draft-markdown" })
    func lines(name: String, arguments: [String]) throws {
        let run = try Lab.shared().program.run(arguments)
        #expect(run.output.hasSuffix("\n"), "\(run.errors)")
        #expect(!run.output.split(separator: "\n").contains { $0.hasSuffix(" ") })
    }
}
