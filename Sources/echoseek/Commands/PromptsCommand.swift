import ArgumentParser

/// `echoseek prompts`.
struct PromptsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompts", abstract: "List and import prompt sets.",
        subcommands: [PromptsListCommand.self, PromptsShowCommand.self, PromptsImportCommand.self])
}
