import EchoCore
import EchoLedger
import EchoTesting
import Foundation
import GRDB
import Testing

@Suite("Keys") struct KeyTests {
    let scratch: ScratchFolder
    let start = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { scratch = try ScratchFolder() }

    private func ledger() async throws -> Ledger {
        try await Ledger.open(at: scratch.path("ledger.sqlite"), for: .write)
    }

    @Test("open what they were made for, until they are revoked")
    func live() async throws {
        let ledger = try await ledger()
        let made = try await ledger.createKey(name: "viewer 1", scope: .read, at: start)
        #expect(made.secret.hasPrefix("echoseek_"))
        #expect(made.secret.utf8.count == 69)
        let known = try #require(try await ledger.authenticate(made.secret, at: start))
        #expect(known.id == made.key.id)
        #expect(known.scope == .read)
        let revoked = try await ledger.revokeKey("viewer 1", at: start.addingTimeInterval(5))
        #expect(revoked.revoked == start.addingTimeInterval(5))
        #expect(try await ledger.authenticate(made.secret, at: start) == nil)
        let again = try await ledger.revokeKey(made.key.id.text, at: start.addingTimeInterval(9))
        #expect(again == revoked, "revoked is revoked")
        let trail = try await ledger.audit().map(\.record)
        #expect(trail.map(\.action) == [.keyCreated, .keyRevoked])
        #expect(trail.allSatisfy { $0.key == made.key.id })
        await #expect(throws: LedgerError.notFound(.key)) {
            try await ledger.revokeKey("viewer 1", at: start)
        }
    }

    @Test("are never on the disk, only their salted hash, each with a salt of its own")
    func areHashed() async throws {
        let ledger = try await ledger()
        var secrets: [String] = []
        for number in 0..<20 {
            secrets.append(
                try await ledger.createKey(name: "key \(number)", scope: .admin, at: start).secret)
        }
        #expect(Set(secrets).count == 20)
        try ledger.close()
        let salts = try await DatabaseQueue(path: scratch.path("ledger.sqlite")).read { db in
            try Data.fetchAll(db, sql: "SELECT salt FROM keys")
        }
        #expect(Set(salts).count == 20)
        #expect(salts.allSatisfy { $0.count == 16 })
        let bytes = try Data(contentsOf: URL(filePath: scratch.path("ledger.sqlite")))
        for secret in secrets {
            #expect(bytes.range(of: Data(secret.utf8)) == nil)
            #expect(bytes.range(of: Data(secret.suffix(43).utf8)) == nil)
        }
    }

    @Test("with any one character changed, cut or added open nothing", arguments: UInt64(0)..<4)
    func refusesOthers(seed: UInt64) async throws {
        let ledger = try await ledger()
        let secret = try await ledger.createKey(name: "a", scope: .write, at: start).secret
        var random = SplitMix64(seed: seed)
        var wrong = ["", "echoseek_", String(secret.dropLast()), secret + "A", secret.uppercased()]
        for place in secret.indices {
            var other = secret
            let replacement = "0123456789abcdefXYZ".filter { $0 != secret[place] }.randomElement(
                using: &random)
            other.replaceSubrange(place...place, with: String(try #require(replacement)))
            wrong.append(other)
        }
        for text in wrong { #expect(try await ledger.authenticate(text, at: start) == nil, "\(text.count)") }
        #expect(try await ledger.authenticate(secret, at: start) != nil)
    }

    @Test("note their last use, at most once a minute")
    func lastUse() async throws {
        let ledger = try await ledger()
        let secret = try await ledger.createKey(name: "a", scope: .write, at: start).secret
        for (seconds, noted) in [(10.0, 10.0), (40, 10), (69, 10), (71, 71), (72, 71)] {
            _ = try await ledger.authenticate(secret, at: start.addingTimeInterval(seconds))
            #expect(try await ledger.keys().first?.lastUsed == start.addingTimeInterval(noted))
        }
    }

    @Test(
        "have plain names of their own",
        arguments: ["", "a/b", "Müller", "x\n", String(repeating: "a", count: 65)])
    func names(bad: String) async throws {
        let ledger = try await ledger()
        await #expect(throws: LedgerError.badName) {
            try await ledger.createKey(name: bad, scope: .read, at: start)
        }
        _ = try await ledger.createKey(name: "a", scope: .read, at: start)
        await #expect(throws: LedgerError.nameTaken) {
            try await ledger.createKey(name: "a", scope: .read, at: start)
        }
        _ = try await ledger.revokeKey("a", at: start)
        _ = try await ledger.createKey(name: "a", scope: .read, at: start)
        #expect(try await ledger.keys().count == 2)
    }

    @Test("permit what their scope includes")
    func scopes() {
        let permitted = KeyScope.allCases.map { scope in KeyScope.allCases.map { scope.permits($0) } }
        #expect(permitted == [[true, false, false], [true, true, false], [true, true, true]])
    }

    @Test("open nothing where any one byte of the kept hash differs, or one is missing")
    func comparesEveryByte() async throws {
        let ledger = try await ledger()
        let secret = try await ledger.createKey(name: "a", scope: .write, at: start).secret
        let database = try DatabaseQueue(path: scratch.path("ledger.sqlite"))
        func keep(_ hash: Data) async throws {
            try await database.write { try $0.execute(sql: "UPDATE keys SET hash = ?", arguments: [hash]) }
        }
        let kept = try await database.read { try Data.fetchOne($0, sql: "SELECT hash FROM keys") }
        let hash = try #require(kept)
        #expect(hash.count == 32)
        for place in 0..<hash.count {
            let other = hash.enumerated().map { $0 == place ? $1 ^ 1 : $1 }
            try await keep(Data(other))
            #expect(try await ledger.authenticate(secret, at: start) == nil, "byte \(place)")
        }
        try await keep(Data(hash.dropLast()))
        #expect(try await ledger.authenticate(secret, at: start) == nil)
        try await keep(hash)
        #expect(try await ledger.authenticate(secret, at: start) != nil)
    }
}
