import ArgumentParser
import EchoLedger
import EchoService

/// `echoseek audit verify`.
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Recompute the chain over the audit trail.",
        discussion: """
            Finds entries that were altered, removed, added or moved. Note the head elsewhere: with --head it also \
            shows a trail that was cut or written anew.
            """)

    @Option(name: .long, help: "A hash that was the head before; it still has to be in the trail.")
    var head: String?

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        let ledger = try await workspace.openLedger(for: .read)
        let found = AuditOutput(
            try await ledger.verifyAudit(), isHeadKnown: try await ledger.auditHas(head: head))
        try output.write(found) { _ in found.lines }
        if !found.ok { throw ExitCode(ExitStatus.ioError.rawValue) }
    }
}
