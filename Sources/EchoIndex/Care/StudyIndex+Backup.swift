internal import EchoCore
internal import Foundation
internal import GRDB

extension StudyIndex {
    /// Writes a consistent copy into a folder, also while another task or process writes.
    ///
    /// - Throws: ``IndexError/targetNotEmpty``, ``IndexError/damaged(table:row:)`` where a row is damaged: a
    ///   backup of it would look sound.
    public func backup(to path: String) async throws(IndexError) -> BackupManifest {
        do { return try await backup(to: path, before: {}, beside: { _ in }) } catch {
            throw IndexError(wrapping: error)
        }
    }

    /// As ``backup(to:)``, with what others keep beside the index.
    ///
    /// - Parameters:
    ///   - before: runs when the folder is there.
    ///   - beside: runs when the copy is; the manifest, without which a folder is no backup, is written after it.
    /// - Throws: what they throw, too.
    package func backup(
        to path: String, before: () async throws -> Void, beside: (BackupCopy) async throws -> Void
    ) async throws -> BackupManifest {
        let files = BackupFolder(path: path)
        try files.create()
        do {
            try await before()
            let copy = files.database
            try await pool.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
            try DurableFile.synchronize(copy)
            let manifest = try files.manifest(of: copy)
            try await beside(BackupCopy(database: copy))
            try files.write(manifest)
            return manifest
        } catch {
            try? FileManager.default.removeItem(atPath: files.database)
            if let failure = error as? any EchoFailure { throw failure }
            throw IndexError(wrapping: error)
        }
    }

    /// Puts a backup's content into a folder, after checking it against its manifest.
    ///
    /// - Throws: ``IndexError/targetNotEmpty`` unless forced, ``IndexError/damagedBackup``,
    ///   ``IndexError/newerFormat(found:supported:)``, ``IndexError/busy`` where a process writes to the target.
    public static func restore(
        from backup: String, into path: String, force: Bool = false
    ) async throws(IndexError) -> BackupManifest {
        do { return try await restore(from: backup, into: path, force: force, staging: { {} }) } catch {
            throw IndexError(wrapping: error)
        }
    }

    /// As ``restore(from:into:force:)``, with what others keep beside the index.
    ///
    /// - Parameter staging: makes that ready while the old index is still there, and gives what puts it in its place
    ///   when the old index is gone and the new one not there yet. Meanwhile no other process writes to the folder.
    /// - Throws: what they throw, too.
    package static func restore(
        from backup: String, into path: String, force: Bool, staging: () throws -> () throws -> Void
    ) async throws -> BackupManifest {
        let (source, target) = (BackupFolder(path: backup), IndexFolder(path: path))
        let manifest = try source.checkedManifest()
        let isEmpty = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).isEmpty
        guard isEmpty || force else { throw IndexError.targetNotEmpty }
        try target.create()
        let lock = try FolderLock(target.lock)
        defer { lock.release() }
        do {
            let put = try staging()
            let bytes = try Data(contentsOf: URL(filePath: source.database), options: .alwaysMapped)
            // The old index goes when the new one is whole and on the disk. The database goes before its log:
            // neither an old log beside a new database nor a database without its log is ever to be seen.
            let staged = try DurableFile.stage(bytes, beside: target.database)
            for name in ["", "-wal", "-shm"].map({ target.database + $0 }) + [target.vectors]
            where FileManager.default.fileExists(atPath: name) {
                try FileManager.default.removeItem(atPath: name)
            }
            try put()
            try DurableFile.put(staged, in: target.database)
            try target.create()
            // Sets the log's mode, and upgrades a backup of an older format.
            try connect(to: target, .write).close()
        } catch {
            if let failure = error as? any EchoFailure { throw failure }
            throw IndexError(wrapping: error)
        }
        return manifest
    }
}
