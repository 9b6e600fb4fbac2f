internal import Crypto
internal import Foundation
internal import GRDB

/// A canonical form of values, hashed: equal exactly where tables, types and contents are.
struct RowDigest {
    private var hash = SHA256()

    /// One value: a tag, a length where it has one, and its bytes, little-endian.
    mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: add(tag: 0)
        case .int64(let number): add(tag: 1, UInt64(bitPattern: number))
        case .double(let number): add(tag: 2, number.bitPattern)
        case .string(let text):
            add(tag: 3, UInt64(text.utf8.count))
            hash.update(data: Data(text.utf8))
        case .blob(let bytes):
            add(tag: 4, UInt64(bytes.count))
            hash.update(data: bytes)
        }
    }

    /// A table's name before its rows.
    mutating func add(_ table: Table) { add(table.rawValue.databaseValue) }

    private mutating func add(tag: UInt8, _ number: UInt64? = nil) {
        var bytes = [tag]
        if let number {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: number >> shift))
            }
        }
        hash.update(data: bytes)
    }

    /// The whole digest, 32 bytes.
    func digest() -> [UInt8] { Array(hash.finalize()) }

    /// A row's checksum: the digest's first 8 bytes, little-endian, over the table's name and the content.
    static func checksum(of table: Table, _ values: [DatabaseValue]) -> Int64 {
        var digest = RowDigest()
        digest.add(table)
        for value in values { digest.add(value) }
        return digest.digest().prefix(8).reversed().reduce(into: Int64(0)) { $0 = $0 << 8 | Int64($1) }
    }
}
