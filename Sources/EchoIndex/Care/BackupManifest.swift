public import EchoCore

/// What a backup holds, kept beside it as `manifest.json`.
public struct BackupManifest: Sendable, Equatable, Codable {
    /// Version of the on-disk format.
    public let formatVersion: Int
    /// Name of the database file beside the manifest.
    public let database: String
    /// Its bytes' SHA-256.
    public let databaseHash: ContentHash
    /// How many bytes.
    public let databaseBytes: Int
    /// SHA-256 over all content but the runs.
    public let contentDigest: ContentHash
    /// Studies and clips, so that a person can tell backups apart.
    public let studies: Int
    /// Clips of these studies.
    public let clips: Int
}
