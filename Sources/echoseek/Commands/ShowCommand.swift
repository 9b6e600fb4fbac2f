import ArgumentParser
import EchoCore
import EchoIndex
import EchoService

/// `echoseek show`.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one study with its clips and report, or one clip.")

    @Argument(help: "A study or a clip.")
    var subject: String

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let index = try await workspace.openIndex(for: .read)
        let found = try await StudyDetail(subject, in: index)
        try output.write(found) { terminal in
            StudyLine.lines([found.study], on: terminal) + [""]
                + ClipLine.lines(found.clips, on: terminal)
                + found.clips.compactMap { clip in
                    clip.leftOutReason.map { "\(clip.clip.text) is left out of readings: \($0)" }
                } + (found.report.map { ["", terminal.bold("Report"), $0] } ?? [])
        }
    }
}
