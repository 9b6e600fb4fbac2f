import ArgumentParser
import EchoReading
import EchoService

/// `echoseek prompts show`.
struct PromptsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a prompt set's sentences.")

    @Argument(help: "The set's name.")
    var name: String

    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(model.flags))
        let set = try workspace.promptLibrary(for: try? workspace.installedModel()).set(named: name)
        try output.write(set) { terminal in
            [terminal.bold("\(set.title) (\(set.kind.rawValue))")] + set.prompts
                + set.negatives.map { "not: \($0)" }
                + set.categories.flatMap { category in
                    category.prompts.map { "\(category.name): \($0)" }
                }
        }
    }
}
