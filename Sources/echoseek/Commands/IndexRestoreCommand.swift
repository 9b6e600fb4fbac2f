import ArgumentParser
import EchoIndex
import EchoService

/// `echoseek index restore`.
struct IndexRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup's content into the index folder, after checking it.")

    @Argument(help: "The backup's folder.")
    var folder: String

    @Flag(name: .long, help: "Replace what the index folder holds.")
    var force = false

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let settings = try config.settings(index.flags)
        let done = try await StudyIndex.restore(from: folder, into: settings.index, force: force)
        try output.write(done) { _ in
            ["Restored \(Counted.studies(done.studies)), \(Counted.of(done.clips, "clip"))."]
        }
    }
}
