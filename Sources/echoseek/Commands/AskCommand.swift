import ArgumentParser
import EchoIndex
import EchoReading
import EchoService

/// `echoseek ask`.
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Rank the archive's studies by a device or finding.",
        discussion: "`echoseek prompts list` shows the sets. The list is for review: it is no registry.")

    @Argument(help: "A prompt set's name, or a YAML file.")
    var set: String

    @Option(name: .long, help: "Of a graded set, which grade to rank by (default: the most severe).")
    var category: String?

    @OptionGroup var page: PageOption
    @OptionGroup var filter: FilterOption
    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = index.flags.merging(model.flags) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        let index = try await workspace.openIndex(for: .read)
        var options = AskOptions(limit: page.limit)
        options.offset = page.offset
        options.category = category
        let set = try await workspace.promptSet(named: set, for: index)
        let found = try await AskQuery(set, options: options, filter: filter.filter)
            .run(in: index, workspace: workspace)
        try output.write(found, findings: found.answer.results, stamp: found.stamp) { found.askLines(on: $0) }
    }
}
