import ArgumentParser

/// `echoseek jobs`.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "List a server's ingest jobs.", subcommands: [JobsListCommand.self])
}
