import ArgumentParser
import EchoIndex
import EchoService

/// `echoseek index backup`.
struct IndexBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy into an empty folder, also during an ingest.")

    @Argument(help: "The folder to write into.")
    var folder: String

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let done = try await workspace.openIndex(for: .read).backup(to: folder)
        try output.write(done) { _ in
            ["Backed up \(Counted.studies(done.studies)), \(Counted.of(done.clips, "clip"))."]
        }
    }
}
