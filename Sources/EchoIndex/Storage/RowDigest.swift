internal import Crypto
internal import Foundation
internal import GRDB

/// A canonical form of values, hashed: equal exactly where tables, types and contents are.
struct RowDigest {
    /// Bytes that are hashed at a time: many small ones would each cost a call.
    private static let together = 1 << 16
    private var hash = SHA256()
    private var pending: [UInt8] = []

    /// One value: a tag, a length where it has one, and its bytes, little-endian.
    mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: pending.append(0)
        case .int64(let number): add(tag: 1, UInt64(bitPattern: number))
        case .double(let number): add(tag: 2, number.bitPattern)
        case .string(let text):
            add(tag: 3, UInt64(text.utf8.count))
            pending.append(contentsOf: text.utf8)
        case .blob(let bytes):
            add(tag: 4, UInt64(bytes.count))
            pending.append(contentsOf: bytes)
        }
        guard pending.count >= Self.together else { return }
        hash.update(data: pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// A table's name before its rows.
    mutating func add(_ table: Table) { add(table.rawValue.databaseValue) }

    private mutating func add(tag: UInt8, _ number: UInt64) {
        pending.append(tag)
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            pending.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// The whole digest, 32 bytes.
    func digest() -> [UInt8] {
        var hash = hash
        hash.update(data: pending)
        return Array(hash.finalize())
    }

    /// A row's checksum: the digest's first 8 bytes, little-endian, over the table's name and the content.
    static func checksum(of table: Table, _ values: [DatabaseValue]) -> Int64 {
        var digest = RowDigest()
        digest.add(table)
        for value in values { digest.add(value) }
        return digest.digest().prefix(8).reversed().reduce(into: Int64(0)) { $0 = $0 << 8 | Int64($1) }
    }
}
