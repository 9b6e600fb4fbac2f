/// What a check of the audit trail found.
public struct AuditVerification: Sendable, Hashable, Codable {
    /// Entries that are there.
    public let entries: Int
    /// The first number that is altered, missing or out of place; `nil` for a sound trail.
    public let firstBroken: Int?
    /// The last entry's hash, or 64 zeros: noted elsewhere, it also shows a trail cut or made anew.
    public let head: String
    /// Whether nothing is wrong.
    public var isSound: Bool { firstBroken == nil }

    /// Joins the parts.
    public init(entries: Int, firstBroken: Int? = nil, head: String) {
        self.entries = entries
        self.firstBroken = firstBroken
        self.head = head
    }
}
