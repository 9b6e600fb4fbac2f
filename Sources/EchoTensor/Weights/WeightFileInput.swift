internal import Glibc

/// A file read by position: no more of it is in memory than what was asked for.
package final class WeightFileInput: Sendable {
    private let descriptor: Int32
    /// The file's length in bytes when it was opened.
    package let byteCount: Int

    /// Opens a regular file.
    ///
    /// - Throws: ``WeightFileError/notRegular``, ``WeightFileError/system(call:status:)``.
    package init(path: String) throws(WeightFileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(call: "open", status: errno) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else {
            let status = errno
            close(descriptor)
            throw .system(call: "fstat", status: status)
        }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notRegular
        }
        byteCount = Int(facts.st_size)
    }

    deinit { close(descriptor) }

    /// The bytes of a range.
    ///
    /// - Throws: ``WeightFileError/badArchive(what:)`` where the file ends before the range does.
    package func bytes(at offset: Int, count: Int) throws(WeightFileError) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= byteCount, count <= byteCount - offset else {
            throw .badArchive(what: "it ends at byte \(byteCount), before what it announces")
        }
        var status: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let start = buffer.baseAddress.map { $0 + filled }
                let read = pread(descriptor, start, count - filled, off_t(offset + filled))
                if read < 0, errno == EINTR { continue }
                guard read > 0 else {
                    status = read < 0 ? errno : EIO
                    return
                }
                filled += read
            }
        }
        guard status == 0 else { throw .system(call: "read", status: status) }
        return bytes
    }
}
