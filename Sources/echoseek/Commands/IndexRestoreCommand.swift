import ArgumentParser
import EchoService

/// `echoseek index restore`.
struct IndexRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup's content into the index folder, after checking it.",
        discussion: """
            A server's state is replaced too, where the backup holds one: keys that were revoked since are valid again, \
            and what the audit trail told since is gone. Stop the server first, and export the trail.
            """)

    @Argument(help: "The backup's folder.")
    var folder: String

    @Flag(name: .long, help: "Replace what the index folder holds.")
    var force = false

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let done = try await workspace.restore(from: folder, force: force)
        try output.write(done) { _ in done.lines("Restored") }
    }
}
