internal import EchoCore
internal import Foundation
internal import GRDB

extension StudyIndex {
    /// Opens the index in a folder; waits up to half a minute where SQLite keeps all others out for a moment.
    ///
    /// - Throws: ``IndexError/busy`` where another process writes, ``IndexError/noIndex`` where there is nothing
    ///   to read, ``IndexError/newerFormat(found:supported:)``, ``IndexError/damaged(table:row:)`` where the
    ///   database is none or another program's, ``IndexError/denied``.
    public static func open(at path: String, for access: Access) async throws(IndexError) -> StudyIndex {
        let folder = IndexFolder(path: path)
        var lock: FolderLock?
        switch access {
        case .read:
            guard folder.hasDatabase else { throw .noIndex }
        case .write:
            try folder.create()
            lock = try FolderLock(folder.lock)
            for place in [folder.path, folder.vectors] { DurableFile.removeUnfinished(in: place) }
            try folder.createDatabase()
        }
        do {
            try checkFormat(of: folder.readableDatabase, access)
            let pool = try connect(to: folder, access)
            return StudyIndex(folder: folder, pool: pool, lock: lock)
        } catch {
            lock?.release()
            throw IndexError(wrapping: error)
        }
    }

    /// Ends all work and gives the lock back; later calls fail.
    ///
    /// The last to close writes the log into the database and removes it.
    public func close() async throws(IndexError) {
        // SQLite leaves the log where a reading connection is the last to go, and the pool closes those last.
        pool.invalidateReadOnlyConnections()
        do { try pool.close() } catch { throw IndexError(wrapping: error) }
        lock?.release()
    }

    /// Opens the database, which has been looked at, and brings it to the present format.
    static func connect(to folder: IndexFolder, _ access: Access) throws -> DatabasePool {
        var configuration = Configuration.waiting(readonly: access == .read)
        configuration.prepareDatabase { db in
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA secure_delete = ON") }
        }
        let path = access == .read ? folder.readableDatabase : folder.database
        let pool = try DatabasePool(path: path, configuration: configuration)
        guard access == .write else { return pool }
        // The pool's own choice loses the last commits on power loss: what we acknowledge stays.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try Schema.migrator.migrate(pool)
        try DurableFile.synchronize(folder.path)
        return pool
    }

    /// Looks at the header before anything is changed.
    private static func checkFormat(of database: String, _ access: Access) throws {
        // A writer may have to roll back what one that was killed began; a read-only connection cannot.
        let header = try DatabaseQueue(path: database, configuration: .waiting(readonly: access == .read))
        let (format, application, tables) = try header.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(db, sql: Self.contentCount) ?? 0
            )
        }
        try header.close()
        let isNew = application == 0 && format == 0 && tables == 0
        guard application == Schema.applicationID || isNew else {
            throw IndexError.damaged(table: "database", row: nil)
        }
        if format > formatVersion {
            throw IndexError.newerFormat(found: format, supported: formatVersion)
        }
        if format == 0, access == .read { throw IndexError.noIndex }
    }

    /// Counts what somebody made in the file; the migrator's own table is there before our first one.
    private static let contentCount = """
        SELECT COUNT(*) FROM sqlite_master WHERE name <> 'grdb_migrations' AND name NOT GLOB 'sqlite_*'
        """
}
