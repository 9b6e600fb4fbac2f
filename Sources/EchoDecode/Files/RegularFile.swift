internal import EchoCore
internal import Foundation

/// One open regular file; it owns its descriptor and closes it once.
final class RegularFile {
    /// The open file; ``path`` names it to a library that opens files itself.
    let descriptor: Int32
    /// Its length in bytes, above 0.
    let byteCount: Int

    /// Opens for reading; never waits, even on a pipe.
    ///
    /// - Throws: ``DecodeError/unopenable(status:)``, ``DecodeError/notRegular(what:)``,
    ///   ``DecodeError/empty`` or ``DecodeError/tooLarge(what:found:limit:)``.
    init(path: String, limits: DecodeLimits) throws(DecodeError) {
        guard !path.utf8.contains(0) else { throw .unopenable(status: ENOENT) }
        let opened = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard opened >= 0 else { throw .unopenable(status: errno) }
        do {
            byteCount = try Self.length(of: opened, limits: limits)
        } catch {
            close(opened)
            throw error
        }
        descriptor = opened
    }

    /// Takes over an open file of a known length, such as one that has just been written.
    init(adopting descriptor: Int32, byteCount: Int) {
        self.descriptor = descriptor
        self.byteCount = byteCount
    }

    deinit { close(descriptor) }

    /// A name by which another reader can open the same bytes, while this one is held.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// Reads up to `count` bytes at `offset`; fewer only at the end.
    func bytes(at offset: Int, count: Int) throws(DecodeError) -> [UInt8] {
        var failure: Int32 = 0
        let wanted = max(0, min(count, byteCount - offset))
        let found = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            let taken = read(into: buffer, at: offset)
            if taken < 0 { failure = errno } else { filled = taken }
        }
        guard failure == 0 else { throw .unopenable(status: failure) }
        return found
    }

    /// The bytes of a range, as many as the file holds and the disk gives of it.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        let held = range.clamped(to: 0..<byteCount)
        return [UInt8](unsafeUninitializedCapacity: held.count) { buffer, filled in
            filled = max(0, read(into: buffer, at: held.lowerBound))
        }
    }

    /// Fills as much of the buffer as the file has at `offset`; the count, or -1 with errno set.
    func read(into buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
            let taken = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
            if taken < 0 && errno == EINTR { continue }
            if taken < 0 { return -1 }
            if taken == 0 { break }
            filled += taken
        }
        return filled
    }

    private static func length(of descriptor: Int32, limits: DecodeLimits) throws(DecodeError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unopenable(status: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .notRegular(what: "a folder")
        case S_IFIFO: throw .notRegular(what: "a pipe")
        case S_IFCHR, S_IFBLK: throw .notRegular(what: "a device")
        default: throw .notRegular(what: "no ordinary file")
        }
        let length = Int(status.st_size)
        guard length > 0 else { throw .empty }
        guard length <= limits.fileBytes else {
            throw .tooLarge(what: "bytes", found: length, limit: limits.fileBytes)
        }
        return length
    }
}
