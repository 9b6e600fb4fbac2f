internal import Foundation

/// An open file that grows at its end.
///
/// Owns its descriptor and closes it once; cannot be copied.
struct AppendingFile: ~Copyable {
    private var descriptor: Int32 = -1
    /// The file's length in bytes.
    private(set) var byteCount = 0

    /// Opens a file that is there; or makes an empty one, in place of what is there.
    init(path: String, isFresh: Bool = false) throws(ExportError) {
        let making = isFresh ? O_CREAT | O_TRUNC : 0
        descriptor = open(path, O_WRONLY | O_CLOEXEC | making, 0o666)
        guard descriptor >= 0 else { throw ExportError(errno: errno) }
        let end = lseek(descriptor, 0, SEEK_END)
        byteCount = Int(end)
        if end < 0 { throw ExportError(errno: errno) }
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    /// Writes at the end.
    mutating func append(_ bytes: [UInt8]) throws(ExportError) {
        try write(bytes, at: byteCount)
        byteCount += bytes.count
    }

    /// Overwrites what is there.
    func write(_ bytes: [UInt8], at place: Int) throws(ExportError) {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, failure == 0 {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(place + done))
                if written < 0 && errno == EINTR { continue }
                if written <= 0 { failure = written == 0 ? EIO : errno } else { done += written }
            }
        }
        guard failure == 0 else { throw ExportError(errno: failure) }
    }

    /// Closes, which is where some file systems first tell that they are full.
    consuming func close() throws(ExportError) {
        let closing = descriptor
        descriptor = -1
        guard Glibc.close(closing) == 0 else { throw ExportError(errno: errno) }
    }
}
