package import EchoCore
internal import GRDB

/// The database of a backup that is being made, for those who copy what belongs to it.
package struct BackupCopy: Sendable {
    let database: String

    /// Every clip's content, with its path as it is stored.
    package func clips() throws(IndexError) -> [(content: ContentHash, path: String)] {
        try reading { db in
            try Row.fetchAll(db, sql: "SELECT content_hash, path FROM clips ORDER BY content_hash").map {
                row in
                let (hex, path): (String, String) = (row[0], row[1])
                guard let content = ContentHash(hex: hex) else {
                    throw IndexError.damaged(table: "clips", row: nil)
                }
                return (content, path)
            }
        }
    }

    /// Every study's id.
    package func studies() throws(IndexError) -> Set<StudyID> {
        try reading { db in Set(try String.fetchAll(db, sql: "SELECT id FROM studies").map { StudyID($0) }) }
    }

    private func reading<Value>(_ body: (Database) throws -> Value) throws(IndexError) -> Value {
        do {
            let queue = try DatabaseQueue(path: database, configuration: .waiting(readonly: true))
            let value = try queue.read(body)
            try queue.close()
            return value
        } catch { throw IndexError(wrapping: error) }
    }
}
