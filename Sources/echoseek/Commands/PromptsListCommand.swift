import ArgumentParser
import EchoReading
import EchoService

/// `echoseek prompts list`.
struct PromptsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the prompt sets there are.")

    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(model.flags))
        let entries = workspace.promptLibrary(for: try? workspace.installedModel()).entries()
        try output.write(entries, items: entries) { terminal in
            var table = TextTable(["name", "kind", "title", "sentences", "threshold"], flexible: "title")
            for entry in entries {
                table.add([
                    entry.name, entry.set?.kind.rawValue ?? "-", entry.set?.title ?? entry.problem ?? "-",
                    entry.set.map { String($0.expanded.count) } ?? "-",
                    entry.set.map { $0.thresholds.isEmpty ? "none" : "yes" } ?? "-",
                ])
            }
            return table.lines(on: terminal)
        }
    }
}
