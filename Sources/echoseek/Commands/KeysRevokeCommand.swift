import ArgumentParser
import EchoLedger
import EchoService
import Foundation

/// `echoseek keys revoke`.
struct KeysRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revoke a key, at once and for good.")

    @Argument(help: "Its id, or its name.")
    var key: String

    @OptionGroup var index: IndexOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let workspace = Workspace(settings: try config.settings(index.flags))
        try await workspace.openLedger(for: .read).close()
        let ledger = try await workspace.openLedger(for: .write)
        let revoked = try await ledger.revokeKey(key, at: Date())
        try ledger.close()
        try output.write(revoked) { _ in ["Revoked \(revoked.id.text) (\(revoked.name))."] }
    }
}
