public import EchoLedger

extension Workspace {
    /// Where a server keeps what it has to remember beside the index.
    public var serviceFolder: ServiceFolder { ServiceFolder(index: settings.index) }

    /// Opens the ledger of the index that the settings name.
    public func openLedger(for access: Ledger.Access) async throws -> Ledger {
        try await Ledger.open(at: serviceFolder.ledger, for: access)
    }
}
