internal import Foundation

/// A file being written from its front under another name, until ``publish()`` gives it its own.
///
/// So a reader that has the earlier file mapped keeps it whole, and a failure leaves nothing behind. It owns its
/// descriptor, cannot be copied, and closes once.
struct FormulaFile: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private let partial: String

    init(path: String) throws(EncodeError) {
        self.path = path
        partial = path + ".partial"
        descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(status: errno) }
    }

    /// Writes all of the bytes.
    func append(_ bytes: [UInt8]) throws(EncodeError) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw .unwritable(status: errno) }
            done += written
        }
    }

    /// Waits until the bytes are on disk, then gives the file its name.
    func publish() throws(EncodeError) {
        guard fsync(descriptor) == 0, rename(partial, path) == 0 else { throw .unwritable(status: errno) }
    }

    deinit {
        _ = close(descriptor)
        unlink(partial)
    }
}
