internal import EchoCore
internal import Foundation
internal import GRDB

extension Ledger {
    /// Opens the ledger in a file; waits up to half a minute where SQLite keeps all others out for a moment.
    ///
    /// - Throws: ``LedgerError/noLedger`` where there is nothing to read,
    ///   ``LedgerError/newerFormat(found:supported:)``, ``LedgerError/damaged(table:row:)`` where the file is
    ///   no ledger or another program's, ``LedgerError/denied``, ``LedgerError/diskFull``.
    public static func open(at path: String, for access: Access) async throws(LedgerError) -> Ledger {
        do {
            switch access {
            case .read:
                guard FileManager.default.fileExists(atPath: path) else { throw LedgerError.noLedger }
            case .write: try createFile(path)
            }
            try checkFormat(of: path, access)
            return Ledger(pool: try connect(to: path, access), access: access)
        } catch { throw LedgerError(wrapping: error) }
    }

    /// Ends all work; later calls fail.
    public func close() throws(LedgerError) {
        // SQLite leaves the log where a reading connection is the last to go, and the pool closes those last.
        pool.invalidateReadOnlyConnections()
        do { try pool.close() } catch { throw LedgerError(wrapping: error) }
    }

    /// Makes folder and file, readable by their owner alone.
    private static func createFile(_ path: String) throws {
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let opened = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw LedgerError(errno: errno) }
        _ = Foundation.close(opened)
    }

    private static func connect(to path: String, _ access: Access) throws -> DatabasePool {
        var configuration = waiting(readonly: access == .read)
        configuration.prepareDatabase { db in
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA secure_delete = ON") }
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        guard access == .write else { return pool }
        // The pool's own choice loses the last commits on power loss: what we acknowledge stays.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try LedgerSchema.migrator.migrate(pool)
        return pool
    }

    /// Looks at the header before anything is changed.
    private static func checkFormat(of path: String, _ access: Access) throws {
        let header = try DatabaseQueue(path: path, configuration: waiting(readonly: access == .read))
        let (format, application, tables) = try header.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(db, sql: Self.contentCount) ?? 0
            )
        }
        try header.close()
        let isNew = application == 0 && format == 0 && tables == 0
        guard application == LedgerSchema.applicationID || isNew else {
            throw LedgerError.damaged(table: "ledger", row: nil)
        }
        if format > formatVersion {
            throw LedgerError.newerFormat(found: format, supported: formatVersion)
        }
        if format == 0, access == .read { throw LedgerError.noLedger }
    }

    /// Counts what somebody made in the file; the migrator's own table is there before our first one.
    private static let contentCount = """
        SELECT COUNT(*) FROM sqlite_master WHERE name <> 'grdb_migrations' AND name NOT GLOB 'sqlite_*'
        """

    /// How long a connection waits for another process's moment alone, seconds.
    private static let patience: TimeInterval = 30

    private static func waiting(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(patience)
        // A pool's readers have their own mode, which only SQL reaches.
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA busy_timeout = \(Int(patience * 1000))")
        }
        return configuration
    }
}
