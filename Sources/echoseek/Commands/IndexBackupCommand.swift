import ArgumentParser
import EchoService

/// `echoseek index backup`.
struct IndexBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy into an empty folder, also while a server works.",
        discussion: """
            With the index go the keys, the audit trail, verdicts, edited drafts and unfinished jobs of its server, and \
            the clips that were sent to it. Run it as the account that the server runs as.
            """)

    @Argument(help: "The folder to write into.")
    var folder: String

    @Flag(
        name: .long,
        help:
            "Leave out the clips that were sent to a server; copy `service/clips` in the index's folder afterwards."
    )
    var withoutOriginals = false

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let done = try await workspace.backup(to: folder, withOriginals: !withoutOriginals)
        try output.write(done) { _ in done.lines("Backed up") }
        if let missing = done.service?.missing, missing > 0 {
            let files = Counted.of(missing, "file")
            StandardError.line(
                "\(files) that the server was sent: missing or damaged, and not in the backup.")
            throw ExitCode(ExitStatus.someItemsFailed.rawValue)
        }
    }
}
