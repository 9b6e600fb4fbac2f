internal import EchoCore
public import Foundation

/// A record of the audit trail as kept.
public struct AuditEntry: Sendable, Hashable {
    /// Its place in the trail, from 1, without gaps.
    public let number: Int
    /// When.
    public let time: Date
    /// What.
    public let record: AuditRecord
    /// SHA-256 over the hash of the entry before it and this one's content, 64 hexadecimal digits.
    public let hash: String
}

extension AuditEntry: Encodable {
    private enum Keys: String, CodingKey {
        case number, time, hash
    }

    /// The record's own keys, with `number`, `time` and `hash` beside them.
    public func encode(to encoder: any Encoder) throws {
        try record.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(number, forKey: .number)
        try container.encode(time, forKey: .time)
        try container.encode(hash, forKey: .hash)
    }
}
