import ArgumentParser
import EchoIndex
import EchoService

/// `echoseek list`.
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the index's studies, clips, files left out, or runs.")

    @Argument(help: "What to list.")
    var what: Listed

    @Option(name: .long, help: "Of clips: only this study's.")
    var study: String?

    @Option(name: [.customShort("k"), .long], help: "How many at most.")
    var limit: Int?

    @Option(name: .long, help: "How many to pass over.")
    var offset = 0

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard offset >= 0, limit ?? 1 > 0 else { throw ValidationError("The page has to hold something.") }
    }

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let index = try await workspace.openIndex(for: .read)
        let page = Page(offset: offset, limit: limit ?? .max)
        switch what {
        case .studies:
            let items = try await index.studies(page: page).map { StudyLine($0) }
            try write(items) { StudyLine.lines(items, on: $0) }
        case .clips:
            var owner: StoredStudy?
            if let study { owner = try await index.study(resolving: study) }
            let items = try await index.clips(of: owner?.id, page: page).map { ClipLine($0) }
            try write(items) { ClipLine.lines(items, on: $0) }
        case .quarantine, .skipped, .duplicates:
            let items = try await index.leftOutFiles(in: what.state, page: page)
            try write(items) { LeftOutFile.lines(items, on: $0) }
        case .runs:
            let items = try await index.runs()
            try write(items) { StoredRun.lines(items, on: $0) }
        }
    }
    private func write<Item: Encodable>(_ items: [Item], text: (Terminal) -> [String]) throws {
        try output.write(items, items: items) { items.isEmpty ? ["There are none."] : text($0) }
    }
}
