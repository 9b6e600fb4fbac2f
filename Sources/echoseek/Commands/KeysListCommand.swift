import ArgumentParser
import EchoLedger
import EchoService

/// `echoseek keys list`.
struct KeysListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the keys, live and revoked.")

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let items = try await workspace.openLedger(for: .read).keys()
        try output.write(items, items: items) {
            items.isEmpty ? ["There are none."] : APIKey.lines(items, on: $0)
        }
    }
}
