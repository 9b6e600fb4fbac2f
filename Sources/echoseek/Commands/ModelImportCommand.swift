import ArgumentParser
import EchoCore
import EchoEncode
import EchoService
import Foundation

/// `echoseek model import`.
struct ModelImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a published checkpoint from a folder or file of yours.",
        discussion: """
            Reads open_clip `.bin` (PyTorch) or `.safetensors` with its configuration and vocabulary beside it, \
            keeps safetensors and a manifest. Nothing is fetched, and nothing in the file is executed. \
            What you may do with the weights is between you and whoever published them.
            """)

    @Argument(help: "The checkpoint's folder, or its weights file.")
    var path: String

    @Option(name: .long, help: "What to call it (default: the folder's name).")
    var name: String?

    @Option(name: .long, help: "What its embeddings are good for: prompt, similarity or both.")
    var slot: ModelSlot?

    @Option(name: .long, help: "A vocabulary file that does not lie beside the weights.")
    var vocabulary: String?

    @Option(name: .long, help: "A sentence that every output of findings has to carry.")
    var notice: String?

    @Option(name: .long, help: "The folder of imported models (ECHOSEEK_MODELS).")
    var models: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings([.models: models]))
        let request = ModelImportRequest(
            source: URL(filePath: path), name: name, slot: slot,
            vocabularyFile: vocabulary.map { URL(filePath: $0) }, notice: notice, importedBy: Product.version)
        var progress = ProgressLine()
        let done = try workspace.models.importModel(request) { step in
            progress.show(done: step.done, of: step.total, note: step.stage.rawValue)
        }
        progress.finish()
        for note in done.notes { StandardError.line(note) }
        if let license = done.licenseText {
            StandardError.line("License text kept with the model:\n\(license)")
        }
        try output.write(done.model.manifest) { _ in done.model.manifest.lines }
    }
}
