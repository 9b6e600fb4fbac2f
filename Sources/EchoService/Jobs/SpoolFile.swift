import Crypto
import EchoCore
import Foundation

/// A file that is being received: written, hashed and at last synchronized.
///
/// Owns its descriptor, cannot be copied, and closes it once.
struct SpoolFile: ~Copyable {
    private let descriptor: Int32
    private var hash = SHA256()
    private(set) var byteCount = 0

    /// Makes the file, which must not be there.
    init(path: String) throws(JobError) {
        let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else { throw JobError(errno: errno) }
        descriptor = opened
    }

    deinit { _ = close(descriptor) }

    /// Adds bytes at the end.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(JobError) {
        var done = 0
        while done < bytes.count {
            let count = Foundation.write(
                descriptor, bytes.baseAddress?.advanced(by: done), min(bytes.count - done, 1 << 26))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw JobError(errno: count == 0 ? EIO : errno) }
            done += count
        }
        hash.update(bufferPointer: bytes)
        byteCount += bytes.count
    }

    /// Waits until the content is on the disk.
    ///
    /// - Returns: the content's hash.
    consuming func finish() throws(JobError) -> ContentHash {
        guard fsync(descriptor) == 0 else { throw JobError(errno: errno) }
        return ContentHash(digest: hash.finalize())
    }
}
