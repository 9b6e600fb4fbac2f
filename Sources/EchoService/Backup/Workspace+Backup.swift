import EchoCore
import EchoIndex
import Foundation

extension Workspace {
    /// Writes a consistent copy of the index, and of a server's state beside it, into an empty folder; also while the
    /// server works.
    ///
    /// - Parameter withOriginals: whether the files of clips that were sent to the server are copied too.
    /// - Throws: `IndexError`, `LedgerError`, ``JobError``; then the folder is left as no backup.
    public func backup(to path: String, withOriginals: Bool = true) async throws -> IndexBackup {
        let target = ServiceFolder(index: path)
        let writer = ServiceBackupWriter(from: serviceFolder, to: target, withOriginals: withOriginals)
        let hasState = FileManager.default.fileExists(atPath: serviceFolder.ledger)
        let index = try await openIndex(for: .read)
        var service: ServiceBackup?
        do {
            let manifest = try await index.backup(to: path) {
                if hasState { try await writer.copyLedger() }
            } beside: { copy in
                if hasState { service = try await writer.copyFiles(of: copy) }
            }
            try await index.close()
            return IndexBackup(manifest, service)
        } catch {
            if error as? IndexError != .targetNotEmpty {
                try? FileManager.default.removeItem(atPath: target.path)
            }
            try? await index.close()
            throw error
        }
    }

    /// Puts a backup's content into the index's folder, after checking it; a server's state is replaced where the
    /// backup holds one.
    ///
    /// - Throws: `IndexError/targetNotEmpty` unless forced, `IndexError/damagedBackup`, `IndexError/busy` where a
    ///   process writes there, such as the server; ``JobError``.
    public func restore(from backup: String, force: Bool = false) async throws -> IndexBackup {
        let source = ServiceFolder(index: backup)
        let service = try ServiceBackup(keptIn: source)
        let manifest = try await StudyIndex.restore(from: backup, into: settings.index, force: force) {
            guard let service else { return {} }
            return try ServiceBackupReader(backup: service, from: source, to: serviceFolder).stage()
        }
        return IndexBackup(manifest, service)
    }
}
