internal import EchoCore
internal import GRDB

extension Ledger {
    /// Reads one consistent state.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        do { return try await pool.read(body) } catch { throw LedgerError(wrapping: error) }
    }

    /// Changes the ledger, all or nothing, and returns when the change is on the disk.
    ///
    /// Also for a task that is cancelled: a client who went away leaves its trace all the same.
    ///
    /// - Throws: ``LedgerError/readOnly`` where it was opened for reading.
    func writing<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        guard access == .write else { throw .readOnly }
        // A task of its own, since GRDB refuses to work for a cancelled one.
        let pool = pool
        do { return try await Task { try await pool.write(body) }.value } catch {
            throw LedgerError(wrapping: error)
        }
    }

    /// How the writing connection is set, by PRAGMA; the promise of durability rests on these.
    package func durabilitySettings() async throws(LedgerError) -> [String: String] {
        do {
            return try await pool.writeWithoutTransaction { db in
                try ["journal_mode", "synchronous", "secure_delete"].reduce(into: [:]) { settings, name in
                    settings[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
                }
            }
        } catch { throw LedgerError(wrapping: error) }
    }
}
