import EchoIndex
import EchoTesting
import Foundation
import Testing

@Suite("Exit statuses") struct ExitStatusTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test(
        "64 for a command line that makes no sense, with how it is used",
        arguments: [
            ["nonsense"], ["search"], ["search", "--text", "a", "--like", "b"],
            ["search", "--text", " "], ["list"],
            ["list", "nonsense"],
            ["embed"], ["embed", "--text", "a", "clip.avi"], ["embed", "--npy", "--json", "--text", "a"],
            ["draft"], ["draft", "--all", "S1"], ["ingest"], ["search", "--text", "a", "-k", "0"],
            ["search", "--text", "a", "-k", "many"], ["search", "--text", "a", "--from", "yesterday"],
            ["search", "--text", "a", "--kind", "moving"], ["estimate", "ef"], ["compare", "S1"],
            ["list", "studies", "--json", "--ndjson"], ["estimate", "ef", "S1", "--formula", "mine"],
            ["embed", "--frames", "some", "clip.avi"], ["embed", "--mask", "half", "clip.avi"],
            ["model", "import"], ["index", "delete"], ["ingest", "--threads", "two", "clips"],
        ])
    func usage(arguments: [String]) throws {
        let run = try Lab.shared().program.run(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "))
        #expect(run.errors.contains("Usage: echoseek"))
    }

    @Test(
        "66 for what is not there",
        arguments: [
            ["list", "studies", "--index", "nowhere"], ["show", "nothing"], ["inspect", "nothing.avi"],
            ["model", "info", "nothing"], ["model", "verify", "nothing"], ["priors", "nothing"],
            ["list", "clips", "--study", "nothing"], ["embed", "--model", "nothing", "--text", "a"],
        ])
    func notFound(arguments: [String]) throws {
        let run = try Lab.shared().program.run(arguments)
        #expect(run.status == 66)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("echoseek: "))
        #expect(run.errors.hasSuffix("]\n"), "the code ends the line")
    }

    @Test("65 for input that is not what it should be")
    func badData() throws {
        let program = try Lab.shared().program
        let table = try scratch.write("patient,study\nP1,S1\n".utf8, to: "m.csv")
        let run = try program.run("ingest", "--index", scratch.path("i"), "--manifest", table)
        #expect(run.status == 65)
        #expect(run.errors.contains("`path`"))
        #expect(try program.run("inspect", "clips/SOURCES.md").status == 65)
    }

    @Test("75 while another process writes to the index")
    func busy() async throws {
        let program = try IndexCommandTests.copy(to: scratch)
        let other = try await StudyIndex.open(at: scratch.path("index"), for: .write)
        let run = try program.run("index", "rebuild")
        #expect(run.status == 75)
        #expect(run.errors.contains("[index.busy]"))
        #expect(try program.run("index", "verify").status == 0, "reading goes on beside a writer")
        try await other.close()
        #expect(try program.run("index", "rebuild").status == 0)
    }

    @Test("77 where the system refuses access")
    func denied() throws {
        _ = try scratch.write("a file".utf8, to: "file")
        let run = try Lab.shared().program.run(
            "ingest", "--index", scratch.path("file/index"), "clips/plax_still_jpeglossless.dcm")
        #expect(run.status == 77)
        #expect(run.errors.contains("[index.denied]"))
    }

    @Test("78 for an index made with other settings, and for a model of other weights")
    func misconfigured() throws {
        let lab = try Lab.shared()
        let mixed = try lab.program.run(
            "ingest", "--frames", "paper", "--json", "clips/plax_still_jpeglossless.dcm")
        #expect(mixed.status == 78)
        #expect(mixed.errors.contains("[index.mixedSpace]"))
        let none = try Program(in: lab.folder).run(
            "search", "--text", "a", "--index", "index", "--models", scratch.path("none"))
        #expect(none.status == 78)
        #expect(none.errors.contains("[service.missingModel]"))
    }

    @Test("0 for help and version, which say what this must not be used for")
    func help() throws {
        let program = try Lab.shared().program
        let bare = try program.run()
        #expect(bare.status == 0)
        #expect(try bare.output == program.run("--help").output)
        let version = try program.run("--version")
        #expect(version.status == 0)
        #expect(version.output.contains("not for diagnosis"))
        #expect(version.lines.first == "echoseek 0.1.0")
    }
}
