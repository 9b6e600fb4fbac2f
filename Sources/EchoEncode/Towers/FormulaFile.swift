internal import Foundation

/// A file being written from its front; it owns its descriptor, cannot be copied, and closes once.
struct FormulaFile: ~Copyable {
    private let descriptor: Int32

    init(path: String) throws(EncodeError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(status: errno) }
    }

    /// Writes all of the bytes.
    func append(_ bytes: [UInt8]) throws(EncodeError) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .unwritable(status: errno) }
            done += written
        }
    }

    /// Waits until the bytes are on disk.
    func flush() throws(EncodeError) {
        guard fsync(descriptor) == 0 else { throw .unwritable(status: errno) }
    }

    deinit { _ = Foundation.close(descriptor) }
}
