import ArgumentParser
import EchoLedger
import EchoService

/// `echoseek jobs list`.
struct JobsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the ingest jobs that a server was sent, newest first.")

    @Option(name: .long, help: "Only those in this state.")
    var state: JobState?

    @Option(name: [.customShort("k"), .long], help: "How many at most.")
    var limit = 20

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("The page has to hold something.") }
    }

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let ledger = try await workspace.openLedger(for: .read)
        let items = try await ledger.jobs(in: state, limit: limit)
        try output.write(items, items: items) {
            items.isEmpty ? ["There are none."] : Job.lines(items, on: $0)
        }
    }
}
