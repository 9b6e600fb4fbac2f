import ArgumentParser

/// `echoseek config`.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the settings in force.", subcommands: [ConfigShowCommand.self])
}
