import ArgumentParser
import EchoLedger
import EchoService
import Foundation

/// `echoseek keys create`.
struct KeysCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a key and print it, once.",
        discussion: """
            Only its hash is kept: a key that is lost is revoked, and another one made. A server that runs knows it \
            at once.
            """)

    @Argument(help: "What to call it: letters, digits, dots, dashes, underscores or spaces.")
    var name: String

    @Option(name: .long, help: "What it permits; each includes the ones before it.")
    var scope: KeyScope

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let ledger = try await workspace.openLedger(for: .write)
        let made = try await ledger.createKey(name: name, scope: scope, at: Date())
        try ledger.close()
        if !output.isMachine {
            StandardError.line("This is the only time that the key is shown: keep it as you keep a password.")
        }
        try output.write(KeyOutput(made)) { _ in [made.secret] }
    }
}
