import ArgumentParser
import EchoIndex
import EchoReading
import EchoService

/// `echoseek compare`.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Put two studies side by side, clip by clip.")

    @Argument(help: "The first study.")
    var first: String

    @Argument(help: "The second study.")
    var second: String

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let found = try await CompareQuery().run(first, second, in: workspace.openIndex(for: .read))
        try output.write(found, findings: found.answer.pairs, stamp: found.stamp) {
            found.comparisonLines(on: $0)
        }
    }
}
