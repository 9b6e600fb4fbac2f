import ArgumentParser
import EchoIndex
import EchoService

/// `echoseek index backup`.
struct IndexBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a consistent copy into an empty folder, also during an ingest.")

    @Argument(help: "The folder to write into.")
    var folder: String

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let done = try await workspace.openIndex(for: .read).backup(to: folder)
        try output.write(done) { _ in ["Backed up \(done.studies) studies, \(done.clips) clips."] }
    }
}

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
        try output.write(done) { _ in ["Restored \(done.studies) studies, \(done.clips) clips."] }
    }
}

/// `echoseek index export`.
struct IndexExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the vectors as NumPy arrays, with their ids as JSON lines.",
        discussion: "Vectors of echo clips can identify patients: handle the files as you handle the images.")

    @Argument(help: "The folder to write into.")
    var folder: String

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let done = try await workspace.openIndex(for: .read).export(to: folder)
        try output.write(done) { _ in
            ["\(done.clips) clip vectors and \(done.studies) study vectors."] + done.files.map { "wrote \($0)" }
        }
    }
}
