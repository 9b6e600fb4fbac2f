public import EchoCore
import Crypto
import Foundation

/// A file's length and the SHA-256 of its bytes.
public struct FileFacts: Sendable, Equatable {
    /// The digest.
    public let contentHash: ContentHash
    /// The length in bytes.
    public let byteCount: Int

    /// Bytes read at a time.
    static let chunk = 1 << 20

    /// Reads a regular file once, a mebibyte at a time.
    ///
    /// - Throws: ``InputError`` for what is no readable file.
    public init(path: String) throws(InputError) {
        let manager = FileManager.default
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        guard let facts = try? manager.attributesOfItem(atPath: target) else { throw .missing }
        guard facts[.type] as? FileAttributeType == .typeRegular else { throw .notRegular }
        guard let handle = FileHandle(forReadingAtPath: target) else { throw .unreadable }
        defer { try? handle.close() }
        var hash = SHA256()
        var count = 0
        do {
            while let bytes = try handle.read(upToCount: Self.chunk), !bytes.isEmpty {
                hash.update(data: bytes)
                count += bytes.count
            }
        } catch { throw .unreadable }
        contentHash = ContentHash(digest: hash.finalize())
        byteCount = count
    }
}
