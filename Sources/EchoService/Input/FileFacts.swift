public import EchoCore
import Crypto
import EchoDecode
import Foundation

/// A file's length and the SHA-256 of its bytes.
public struct FileFacts: Sendable, Equatable {
    /// The digest.
    public let contentHash: ContentHash
    /// The length in bytes.
    public let byteCount: Int

    /// Bytes read at a time.
    static let chunk = 1 << 20

    /// Reads a regular file once, a mebibyte at a time; never waits, even on a pipe.
    ///
    /// - Throws: ``InputError`` for what is no readable file, or longer than a clip may be.
    public init(path: String) throws(InputError) {
        try self.init(path: path, byteLimit: DecodeLimits.standard.fileBytes)
    }

    /// As above, with a limit of the caller's.
    init(path: String, byteLimit: Int) throws(InputError) {
        let handle = try Self.handle(path, byteLimit: byteLimit)
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

    /// Whether the file could be read, without reading it.
    ///
    /// - Throws: ``InputError`` as ``init(path:)``.
    static func check(_ path: String) throws(InputError) {
        let handle = try handle(path, byteLimit: DecodeLimits.standard.fileBytes)
        try? handle.close()
    }

    private static func handle(_ path: String, byteLimit: Int) throws(InputError) -> FileHandle {
        guard !path.utf8.contains(0) else { throw .missing }
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing
            case ENXIO: throw .notRegular
            default: throw .unreadable
            }
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        guard Int(status.st_size) <= byteLimit else {
            throw .tooLarge(found: Int(status.st_size), limit: byteLimit)
        }
        return handle
    }
}
