import EchoTesting
import Foundation
import Testing

@Suite("Help") struct HelpTests {
    static let commands: [[String]] = [
        [], ["model"], ["model", "import"], ["model", "list"], ["model", "info"], ["model", "verify"],
        ["model", "formula"], ["embed"], ["ingest"], ["list"], ["show"], ["search"], ["ask"], ["estimate"],
        ["priors"], ["compare"], ["draft"], ["eval"], ["prompts"], ["prompts", "list"], ["prompts", "show"],
        ["prompts", "import"], ["index"], ["index", "stats"], ["index", "verify"], ["index", "rebuild"],
        ["index", "backup"], ["index", "restore"], ["index", "delete"], ["index", "export"], ["inspect"],
        ["phantom"], ["phantom", "generate"], ["phantom", "training-set"], ["serve"], ["bench"],
        ["bench", "encode"], ["bench", "text"], ["bench", "decode"], ["bench", "search"], ["doctor"],
        ["config"], ["config", "show"], ["jobs"], ["jobs", "list"], ["keys"], ["keys", "create"],
        ["keys", "list"], ["keys", "revoke"], ["audit"], ["audit", "verify"], ["audit", "export"],
    ]

    @Test("says the same as before", arguments: commands)
    func snapshot(command: [String]) throws {
        let run = try Lab.shared().program.run(command + ["--help"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let name = command.isEmpty ? "echoseek" : command.joined(separator: "-")
        #expect(Snapshot.difference(run.output, "help/\(name).txt") == nil)
    }

    @Test("knows every command that the parser knows")
    func isComplete() throws {
        let root = try Lab.shared().program.run("--experimental-dump-help").json["command"]
        #expect(Set(Self.names(root, [])) == Set(Self.commands.map { $0.joined(separator: " ") }))
    }

    private static func names(_ command: JSON, _ above: [String]) -> [String] {
        [above.joined(separator: " ")]
            + command["subcommands"].items.flatMap { below in
                below["commandName"].text == "help"
                    ? [] : names(below, above + [below["commandName"].text ?? "?"])
            }
    }

    @Test("comes as completions for each shell, bash's of valid syntax", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let program = try Lab.shared().program
        let run = try program.run("--generate-completion-script", shell)
        #expect(run.status == 0)
        for word in ["echoseek", "ingest", "manifest"] {
            #expect(run.output.contains(word))
        }
        guard shell == "bash" else { return }
        #expect(try program.shell("echoseek --generate-completion-script bash | bash -n").status == 0)
    }

    @Test("describes each option that the man page is made of")
    func manual() throws {
        let root = try Lab.shared().program.run("--experimental-dump-help").json["command"]
        let options = Self.options(root).filter { $0["valueName"].text != nil }
        #expect(options.count > 100)
        #expect(options.allSatisfy { $0["abstract"].text?.isEmpty == false })
    }

    private static func options(_ command: JSON) -> [JSON] {
        command["arguments"].items
            + command["subcommands"].items.filter { $0["commandName"].text != "help" }.flatMap(options)
    }
}
