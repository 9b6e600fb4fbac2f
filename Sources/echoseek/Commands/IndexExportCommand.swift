import ArgumentParser
import EchoIndex
import EchoService

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
            ["\(Counted.of(done.clips, "clip vector")) and \(Counted.of(done.studies, "study vector"))."]
                + done.files.map { "wrote \($0)" }
        }
    }
}
