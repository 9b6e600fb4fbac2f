internal import EchoCore
public import Foundation

/// A key as kept: all but the key itself.
public struct APIKey: Sendable, Hashable, Codable {
    /// Which key; it stands in the audit trail.
    public let id: KeyID
    /// What its owner calls it.
    public let name: String
    /// What it permits.
    public let scope: KeyScope
    /// When it was made.
    public let created: Date
    /// When it was last shown to us, give or take a minute; `nil` for one that never was.
    public let lastUsed: Date?
    /// When it was revoked; `nil` for a live one.
    public let revoked: Date?
}
