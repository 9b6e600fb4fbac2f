import ArgumentParser
import EchoEncode
import EchoService

/// `echoseek model verify`.
struct ModelVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read every file of a model again and compare it with its manifest.")

    @Argument(help: "The model's name.")
    var name: String

    @Option(name: .long, help: "The folder of imported models (ECHOSEEK_MODELS).")
    var models: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings([.models: models]))
        var progress = ProgressLine()
        let found = try workspace.models.verify(name) { done, total in
            progress.show(done: done, of: total, note: "reading")
        }
        progress.finish()
        try output.write(VerifiedModel(found)) { _ in
            found.files.map { "\($0.state.rawValue)  \($0.role.rawValue)  \($0.name)" }
        }
        if let failure = found.failure { throw failure }
    }
}
