import ArgumentParser

/// `echoseek audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verify and export the trail of who looked at what.",
        subcommands: [AuditVerifyCommand.self, AuditExportCommand.self])
}
