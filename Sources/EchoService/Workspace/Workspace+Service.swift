public import EchoLedger

extension Workspace {
    /// Where a server keeps what it has to remember beside the index.
    public var serviceFolder: ServiceFolder { ServiceFolder(index: settings.index) }

    /// Opens the ledger of the index that the settings name.
    public func openLedger(for access: Ledger.Access) async throws -> Ledger {
        try await Ledger.open(at: serviceFolder.ledger, for: access)
    }

    /// As ``openLedger(for:)`` to write; `nil` where no server ever ran and nobody made a key.
    public func openExistingLedger() async throws -> Ledger? {
        do { try await openLedger(for: .read).close() } catch LedgerError.noLedger { return nil }
        return try await openLedger(for: .write)
    }
}
