internal import Crypto
internal import EchoCore
internal import Foundation
internal import GRDB

/// The chain over the audit trail: each entry's hash covers the one before it.
enum AuditSeal {
    /// What stands for the entry before the first.
    static let start = Data(count: 32)
    /// The columns that are covered, in order; `row` is the entry's number.
    static let columns = [
        "row", "time", "actor", "action", "outcome", "studies", "clips", "job", "key", "count", "code",
    ]

    /// The hash of an entry: over the previous hash, then each value as a tag, a length and its bytes.
    static func hash(after previous: Data, _ values: [DatabaseValue]) -> Data {
        precondition(values.count == columns.count, "\(values.count) values for \(columns.count) columns")
        var hash = SHA256()
        hash.update(data: previous)
        for value in values {
            switch value.storage {
            case .null: hash.update(data: [0])
            case .int64(let number): add(tag: 1, UInt64(bitPattern: number), to: &hash)
            case .double(let number): add(tag: 2, number.bitPattern, to: &hash)
            case .string(let text):
                add(tag: 3, UInt64(text.utf8.count), to: &hash)
                hash.update(data: Data(text.utf8))
            case .blob(let bytes):
                add(tag: 4, UInt64(bytes.count), to: &hash)
                hash.update(data: bytes)
            }
        }
        return Data(hash.finalize())
    }

    private static func add(tag: UInt8, _ number: UInt64, to hash: inout SHA256) {
        let bytes = stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
        hash.update(data: [tag] + bytes)
    }
}
