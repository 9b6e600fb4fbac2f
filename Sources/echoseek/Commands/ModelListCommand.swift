import ArgumentParser
import EchoCore
import EchoEncode
import EchoService

/// `echoseek model list`.
struct ModelListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the models there are.")

    @Option(name: .long, help: "The folder of imported models (ECHOSEEK_MODELS).")
    var models: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings([.models: models]))
        let items = try workspace.models.list().map { ModelLine($0) }
        try output.write(items, items: items) { terminal in
            var table = TextTable(["name", "slot", "values", "vocabulary", "weights", "state"])
            for item in items {
                table.add([
                    item.name, item.slot?.rawValue ?? "-", item.dimension.map(String.init) ?? "-",
                    item.vocabulary ?? "-", item.bytes.map { Decimals.bytes($0) } ?? "-",
                    item.problem ?? "ready",
                ])
            }
            return items.isEmpty
                ? ["No model is imported. `echoseek model import PATH` imports one."]
                : table.lines(on: terminal)
        }
    }
}

/// A model as the list shows it.
struct ModelLine: Encodable {
    let name: String
    let slot: ModelSlot?
    let dimension: Int?
    let vocabulary: String?
    let bytes: Int?
    let weightsSha256: ContentHash?
    let notice: String?
    let problem: String?

    init(_ listing: ModelListing) {
        let manifest = try? listing.outcome.get().manifest
        name = listing.name
        slot = manifest?.slot
        dimension = manifest?.configuration.embedDimension
        vocabulary = manifest?.vocabulary?.kind.rawValue
        bytes = manifest?.weights.byteCount
        weightsSha256 = manifest?.weights.sha256
        notice = manifest?.notice
        if case .failure(let error) = listing.outcome { problem = error.report.reason } else { problem = nil }
    }
}
