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
            try output.write(items, items: items) { StudyLine.lines(items, on: $0) }
        case .clips:
            var owner: StoredStudy?
            if let study { owner = try await index.study(resolving: study) }
            let items = try await index.clips(of: owner?.id, page: page).map { ClipLine($0) }
            try output.write(items, items: items) { ClipLine.lines(items, on: $0) }
        case .quarantine, .skipped, .duplicates:
            let items = try await index.leftOutFiles(in: what.state, page: page)
            try output.write(items, items: items) { LeftOutFile.lines(items, on: $0) }
        case .runs:
            let items = try await index.runs()
            try output.write(items, items: items) { StoredRun.lines(items, on: $0) }
        }
    }
}

/// What can be listed.
enum Listed: String, CaseIterable, ExpressibleByArgument {
    case studies, clips, quarantine, skipped, duplicates, runs

    /// The state of the files left out that are asked for; `nil` for what is no such list.
    var state: ItemState? {
        switch self {
        case .quarantine: .quarantined
        case .skipped: .skipped
        case .duplicates: .duplicate
        case .studies, .clips, .runs: nil
        }
    }
}
