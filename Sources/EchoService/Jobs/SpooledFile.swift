public import EchoCore

/// A file that was received whole.
public struct SpooledFile: Sendable, Equatable {
    /// Its place among the upload's files, from 0.
    public let ordinal: Int
    /// Its bytes' SHA-256.
    public let contentHash: ContentHash
    /// How many bytes.
    public let byteCount: Int
    /// Where it is as long as the upload is open.
    public let path: String
}
