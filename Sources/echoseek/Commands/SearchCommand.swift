import ArgumentParser
import EchoIndex
import EchoService

/// `echoseek search`.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find the clips or studies nearest to words, a study, a clip or a file.",
        discussion: "Scores order one archive for one question; they have no absolute meaning.")

    @Option(name: .long, help: "Search by words.")
    var text: String?

    @Option(name: .long, help: "Search by a study, a clip or a file.")
    var like: String?

    @Option(name: .long, help: "Rank clips or studies (default: studies for a study, else clips).")
    var level: RankedLevel?

    @OptionGroup var page: PageOption
    @OptionGroup var filter: FilterOption
    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard (text == nil) != (like == nil) else {
            throw ValidationError("Give --text or --like, one of them.")
        }
        guard (text ?? like ?? "").contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("There is nothing to search for.")
        }
    }

    func run() async throws {
        let flags = index.flags.merging(model.flags) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        let subject = text.map { SearchQuery.Subject.text($0) } ?? .like(like ?? "")
        let query = SearchQuery(subject, level: level?.level, page: page.page, filter: filter.filter)
        let found = try await query.run(in: workspace.openIndex(for: .read), workspace: workspace)
        try output.write(found, findings: found.results, stamp: found.stamp) { found.lines(on: $0) }
    }
}
