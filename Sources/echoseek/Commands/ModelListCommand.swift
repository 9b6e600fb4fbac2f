import ArgumentParser
import EchoCore
import EchoEncode
import EchoService

/// `echoseek model list`.
struct ModelListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the models there are.")

    @Option(name: .long, help: "The folder of imported models (ECHOSEEK_MODELS).")
    var models: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings([.models: models]))
        let listed = try workspace.models.list()
        let items = listed.map { ModelLine($0) }
        let hasImported = listed.contains { (try? $0.outcome.get())?.isReadOnly != true }
        try output.write(items, items: items) { terminal in
            var table = TextTable(["name", "slot", "values", "vocabulary", "weights", "state"])
            for item in items {
                table.add([
                    item.name, item.slot?.rawValue ?? "-", item.dimension.map(String.init) ?? "-",
                    item.vocabulary ?? "-", item.bytes.map { Decimals.bytes($0) } ?? "-",
                    item.problem ?? "ready",
                ])
            }
            return (items.isEmpty ? [] : table.lines(on: terminal))
                + (hasImported ? [] : ["No model is imported. `echoseek model import PATH` imports one."])
        }
    }
}
