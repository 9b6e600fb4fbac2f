import ArgumentParser
import EchoCore
import EchoIndex
import EchoService

/// `echoseek index rebuild`.
struct IndexRebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Derive study vectors and vector files anew.")

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let index = try await workspace.openExistingIndex()
        try await index.rebuild()
        let stats = StatsOutput(try await index.stats())
        try await index.close()
        try output.write(stats) { _ in stats.lines }
    }
}
