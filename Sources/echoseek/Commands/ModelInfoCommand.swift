import ArgumentParser
import EchoEncode
import EchoService

/// `echoseek model info`.
struct ModelInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Show what a model's manifest says.")

    @Argument(help: "The model's name.")
    var name: String

    @Option(name: .long, help: "The folder of imported models (ECHOSEEK_MODELS).")
    var models: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings([.models: models]))
        let manifest = try workspace.models.model(named: name).manifest
        try output.write(manifest) { _ in manifest.lines }
    }
}
