internal import EchoCore
internal import GRDB

/// Reads keys.
enum KeyRows {
    static func key(_ row: Row) throws -> APIKey {
        let table = "keys"
        guard let created = row.time("created") else { throw LedgerError.damaged(table: table, row: nil) }
        return APIKey(
            id: KeyID(try row.get("id", of: table)), name: try row.get("name", of: table),
            scope: try row.word("scope", of: table), created: created, lastUsed: row.time("last_used"),
            revoked: row.time("revoked"))
    }

    static func known(_ db: Database, id: String) throws -> Row? {
        try Row.fetchOne(db, sql: "SELECT * FROM keys WHERE id = ?", arguments: [id])
    }

    static func live(_ db: Database, named name: String) throws -> APIKey? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM keys WHERE name = ? AND revoked IS NULL", arguments: [name]
        ).map { try key($0) }
    }
}
