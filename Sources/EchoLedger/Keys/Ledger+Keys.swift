internal import EchoCore
public import Foundation
internal import GRDB

extension Ledger {
    /// How far apart two notes of a key's use are at least, seconds.
    static let noteInterval: TimeInterval = 60
    private static let longestName = 64

    /// Makes a key, and says so in the audit trail.
    ///
    /// - Returns: the key itself, which is not kept and cannot be shown again.
    /// - Throws: ``LedgerError/badName``, ``LedgerError/nameTaken`` where a live key has the name.
    public func createKey(
        name: String, scope: KeyScope, by actor: AuditActor = .local, at time: Date
    ) async throws(LedgerError) -> NewKey {
        guard (1...Self.longestName).contains(name.utf8.count), name.utf8.allSatisfy(Self.isPlain) else {
            throw .badName
        }
        let secret = KeySecret.random()
        let salt = KeySecret.salt()
        let hash = secret.hash(salt: salt)
        try await writing { db in
            guard try KeyRows.live(db, named: name) == nil else { throw LedgerError.nameTaken }
            try db.execute(
                sql: "INSERT INTO keys (id, name, scope, salt, hash, created) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [secret.id.text, name, scope.rawValue, salt, hash, time.milliseconds])
            _ = try AuditRows.append(AuditRecord(.keyCreated, by: actor, key: secret.id), at: time, db)
        }
        let key = APIKey(
            id: secret.id, name: name, scope: scope, created: time.kept, lastUsed: nil, revoked: nil)
        return NewKey(key: key, secret: secret.text)
    }

    /// All keys, live and revoked, oldest first.
    public func keys() async throws(LedgerError) -> [APIKey] {
        try await reading { db in
            try Row.fetchAll(db, sql: "SELECT * FROM keys ORDER BY row").map { try KeyRows.key($0) }
        }
    }

    /// Revokes a key by its id, or a live one by its name, and says so in the audit trail; one that is revoked
    /// stays as it is.
    ///
    /// - Throws: ``LedgerError/notFound(_:)``.
    public func revokeKey(
        _ nameOrID: String, by actor: AuditActor = .local, at time: Date
    ) async throws(LedgerError) -> APIKey {
        try await writing { db in
            let known = try KeyRows.known(db, id: nameOrID).map { try KeyRows.key($0) }
            guard let key = try known ?? KeyRows.live(db, named: nameOrID) else {
                throw LedgerError.notFound(.key)
            }
            guard key.revoked == nil else { return key }
            try db.execute(
                sql: "UPDATE keys SET revoked = ? WHERE id = ?", arguments: [time.milliseconds, key.id.text])
            _ = try AuditRows.append(AuditRecord(.keyRevoked, by: actor, key: key.id), at: time, db)
            return try KeyRows.known(db, id: key.id.text).map { try KeyRows.key($0) } ?? key
        }
    }

    /// The live key whose text this is; `nil` for anything else.
    ///
    /// What is compared is the salted hash, in constant time, also where no such key is known. The use is noted
    /// at most once a minute; where that cannot be written, the key is good all the same.
    ///
    /// - Complexity: one row read.
    public func authenticate(_ text: String, at time: Date) async throws(LedgerError) -> APIKey? {
        let secret = KeySecret(text)
        let key: APIKey? = try await reading { db in
            let row = try secret.flatMap { try KeyRows.known(db, id: $0.id.text) }
            let (salt, kept) = (
                row?["salt"] as Data? ?? Data(count: 16), row?["hash"] as Data? ?? Data(count: 32)
            )
            let isSame = KeySecret.isEqual((secret ?? .random()).hash(salt: salt), kept)
            guard isSame, let row else { return nil }
            return try KeyRows.key(row)
        }
        guard let key, key.revoked == nil else { return nil }
        if access == .write, time.timeIntervalSince(key.lastUsed ?? .distantPast) >= Self.noteInterval {
            _ = try? await writing { db in
                try db.execute(
                    sql: "UPDATE keys SET last_used = ? WHERE id = ?",
                    arguments: [time.milliseconds, key.id.text])
            }
        }
        return key
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: " "):
            true
        default: false
        }
    }
}
