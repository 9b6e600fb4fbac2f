import ArgumentParser
import EchoLedger
import EchoService
import Foundation

/// `echoseek audit export`.
struct AuditExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the audit trail as JSON lines, oldest first.")

    @Option(name: .long, help: "Only entries after this number.")
    var after = 0

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption

    func validate() throws {
        guard after >= 0 else { throw ValidationError("Entries are numbered from 1.") }
    }

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let ledger = try await workspace.openLedger(for: .read)
        try await ledger.exportAudit(after: after) {
            FileHandle.standardOutput.write(Data(($0 + "\n").utf8))
        }
    }
}
