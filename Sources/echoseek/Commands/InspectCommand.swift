import ArgumentParser
import EchoCore
import EchoEncode
import EchoService

/// `echoseek inspect`.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what a clip's file says, its kind, and the sector found in it.",
        discussion: "With --png, a contact sheet with the mask drawn; look at it when a clip was quarantined."
    )

    @Argument(help: "A clip.")
    var file: String

    @Option(name: .long, help: "Write a contact sheet of the frames, the mask drawn.")
    var png: String?

    @OptionGroup var clip: ClipOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(clip.flags))
        let shown = try workspace.preprocessing(for: try? workspace.installedModel())
        let found = try Inspection(path: file, frames: shown.frames, mask: shown.mask)
        if let png { try found.writeSheet(to: png) }
        try output.write(found) { _ in found.lines }
        if found.maskProblem != nil { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}
