/// A record that does not read back as it was written.
public struct Damage: Sendable, Hashable, Codable {
    /// What is wrong.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The row's content and its checksum disagree.
        case checksum
        /// It refers to a row that is not there.
        case reference
        /// SQLite's own check failed.
        case structure
        /// A derived row or file differs from what it derives from; `rebuild` mends it.
        case derived
    }

    /// The table, or the vector file's name.
    public let table: String
    /// The row's number in its table; `nil` where it is not one row.
    public let row: Int64?
    /// What is wrong.
    public let kind: Kind
}
