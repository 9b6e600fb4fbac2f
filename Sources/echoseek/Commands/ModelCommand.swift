import ArgumentParser

/// `echoseek model`.
struct ModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Import, list, inspect and verify models.",
        subcommands: [
            ModelImportCommand.self, ModelListCommand.self, ModelInfoCommand.self, ModelVerifyCommand.self,
            ModelFormulaCommand.self,
        ])
}
