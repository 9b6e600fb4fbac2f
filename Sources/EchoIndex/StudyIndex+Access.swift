internal import EchoCore
internal import GRDB

extension StudyIndex {
    /// Reads one consistent state.
    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(IndexError) -> Value {
        do { return try await pool.read(body) } catch { throw IndexError(wrapping: error) }
    }

    /// Changes the database, all or nothing, and returns when the change is on the disk.
    ///
    /// - Throws: ``IndexError/readOnly`` where the index was opened for reading.
    func writing<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(IndexError) -> Value {
        guard lock != nil else { throw .readOnly }
        do { return try await pool.write(body) } catch { throw IndexError(wrapping: error) }
    }
}

extension StudyIndex {
    /// How the writing connection is set, by PRAGMA; the promise of durability rests on these.
    package func durabilitySettings() async throws(IndexError) -> [String: String] {
        do {
            return try await pool.writeWithoutTransaction { db in
                let names = ["journal_mode", "synchronous", "secure_delete", "foreign_keys"]
                return try names.reduce(into: [:]) { settings, name in
                    settings[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
                }
            }
        } catch { throw IndexError(wrapping: error) }
    }
}
