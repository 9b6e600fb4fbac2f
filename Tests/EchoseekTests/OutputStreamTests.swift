import EchoTesting
import Foundation
import Testing

@Suite("Output streams") struct OutputStreamTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    static let escape: Character = "\u{1B}"

    @Test("hold results alone on the one side and everything else on the other")
    func apart() throws {
        let program = try Lab.shared().program
        let ingest = try program.run("ingest", "--index", scratch.path("i"), "--json", "clips")
        #expect(ingest.lines.count == 1)
        #expect(ingest.errors.contains("quarantined"))
        #expect(ingest.errors.contains("skipped"))
        for arguments in [
            ["list", "clips"], ["search", "--text", "the"], ["ask", "pacemaker"], ["doctor"],
        ] {
            #expect(try program.run(arguments).errors.isEmpty, "\(arguments)")
        }
    }

    @Test("have no escape codes and no progress bar where no terminal is")
    func plain() throws {
        let program = try Lab.shared().program
        for arguments in [
            ["list", "studies"], ["ask", "pacemaker"], ["ingest", "--index", scratch.path("i"), "clips"],
        ] {
            let run = try program.run(arguments)
            #expect(!run.output.contains(Self.escape))
            #expect(!run.errors.contains(Self.escape))
            #expect(!run.errors.contains("\r"))
        }
    }

    @Test("on a terminal have bold heads, unless NO_COLOR or a dumb terminal says otherwise")
    func color() throws {
        var program = try Lab.shared().program
        #expect(try program.onTerminal("list studies").output.contains(Self.escape))
        program.environment["NO_COLOR"] = "1"
        #expect(try !program.onTerminal("list studies").output.contains(Self.escape))
        program.environment["NO_COLOR"] = nil
        program.environment["TERM"] = "dumb"
        #expect(try !program.onTerminal("list studies").output.contains(Self.escape))
    }

    @Test("on a terminal show a progress bar with rate and time left, and the failed file's path")
    func progress() throws {
        let run = try Lab.shared().program.onTerminal("ingest --index \(scratch.path("i")) clips")
        #expect(run.status == 2)
        #expect(run.output.contains("left"))
        #expect(run.output.contains("[####"))
        #expect(run.output.contains("clips/cut.avi"))
    }

    @Test(
        "on a terminal of 100 columns keep every table within it",
        arguments: [
            "list studies", "list clips", "search --text the", "search --like S1", "ask lv-dilation",
            "priors S1 --similar", "compare S1 S2", "prompts list", "model list",
        ])
    func width(command: String) throws {
        var program = try Lab.shared().program
        program.environment["NO_COLOR"] = "1"
        let lines = try program.onTerminal(command).output.split(whereSeparator: \.isNewline).map(String.init)
        let table = lines.filter { $0.contains("  ") }
        #expect(!table.isEmpty)
        #expect(table.allSatisfy { $0.count <= 100 }, "\(table)")
    }

    @Test("in a pipe give whole names, and end quietly when the reader leaves")
    func pipe() throws {
        let program = try Lab.shared().program
        #expect(!(try program.run("list", "studies").output.contains("…")))
        let head = try program.shell("echoseek prompts list | head -1")
        #expect(head.status == 0)
        #expect(head.lines.count == 1)
        #expect(head.errors.isEmpty)
    }
}
