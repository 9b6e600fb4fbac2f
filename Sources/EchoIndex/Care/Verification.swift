/// What a verification found.
public struct Verification: Sendable, Equatable, Codable {
    /// Rows whose checksum was computed anew.
    public let rowsChecked: Int
    /// Vector files compared with the database.
    public let filesChecked: Int
    /// Everything that is wrong; empty for a sound index.
    public let damages: [Damage]
    /// Whether nothing is wrong.
    public var isSound: Bool { damages.isEmpty }
}
