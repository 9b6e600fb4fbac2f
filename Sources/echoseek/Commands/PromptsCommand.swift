import ArgumentParser
import EchoReading
import EchoService
import Foundation

/// `echoseek prompts`.
struct PromptsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompts", abstract: "List and import prompt sets.",
        subcommands: [PromptsListCommand.self, PromptsShowCommand.self, PromptsImportCommand.self])
}

/// `echoseek prompts list`.
struct PromptsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the prompt sets there are.")

    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(model.flags))
        let entries = workspace.promptLibrary(for: try? workspace.installedModel()).entries()
        try output.write(entries, items: entries) { terminal in
            var table = TextTable(["name", "kind", "title", "sentences", "threshold"])
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
            [terminal.bold("\(set.title) (\(set.kind.rawValue))")] + set.prompts + set.negatives.map { "not: \($0)" }
                + set.categories.flatMap { category in
                    category.prompts.map { "\(category.name): \($0)" }
                }
        }
    }
}

/// `echoseek prompts import`.
struct PromptsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Turn your copy of the published prompt file into prompt sets.")

    @Argument(help: "The JSON file.")
    var file: String

    @Option(name: .long, help: "The folder to write into (ECHOSEEK_PROMPTS).")
    var prompts: String?

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let settings = try config.settings([.prompts: prompts])
        let done = try PromptImport(file: file, into: settings.prompts)
        for refusal in done.refused { StandardError.line("\(refusal.task): \(refusal.reason)") }
        try output.write(done) { _ in done.written.map { "wrote \($0)" } }
        if !done.refused.isEmpty { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}
