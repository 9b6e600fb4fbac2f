import ArgumentParser

/// `echoseek index`.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "Look after an index.",
        subcommands: [
            IndexStatsCommand.self, IndexVerifyCommand.self, IndexRebuildCommand.self,
            IndexBackupCommand.self, IndexRestoreCommand.self, IndexDeleteCommand.self,
            IndexExportCommand.self,
        ])
}
