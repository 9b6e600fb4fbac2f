import ArgumentParser
import EchoCore
import EchoIndex
import EchoService

/// `echoseek index stats`.
struct IndexStatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count what the index holds.")

    @Flag(name: .long, help: "Also compute the content's digest, equal for equal content.")
    var digest = false

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let stats = try await workspace.openIndex(for: .read).stats(withDigest: digest)
        try output.write(StatsOutput(stats)) { _ in StatsOutput(stats).lines }
    }
}
