public import EchoCore

/// What an index holds, in numbers.
public struct IndexStats: Sendable, Equatable, Codable {
    /// Version of the on-disk format.
    public let formatVersion: Int
    /// Rows by table.
    public let rows: [String: Int]
    /// Clips by kind.
    public let clipsByKind: [ClipKind: Int]
    /// Clips that estimates, identity and devices use.
    public let usableClips: Int
    /// Files left out, by state.
    public let leftOutByState: [ItemState: Int]
    /// The spaces, at most one a slot.
    public let spaces: [EmbeddingSpace]
    /// Bytes of the database with its log.
    public let databaseBytes: Int
    /// Bytes of the derived vector files.
    public let vectorBytes: Int
    /// SHA-256 over all content but the runs; `nil` unless asked for.
    public let contentDigest: ContentHash?
}
