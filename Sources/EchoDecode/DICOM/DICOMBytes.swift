#if canImport(Glibc)
    internal import Glibc
#endif

/// An open file read by place, so that a frame costs its own bytes and no more.
final class DICOMBytes {
    /// How many bytes the file has.
    let count: Int
    /// The open file; `/proc/self/fd/<descriptor>` names it to DCMTK.
    let descriptor: Int32

    /// Opens a file for reading.
    init(path: String, limits: DecodeLimits) throws(DecodeError) {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw .unopenable(status: errno) }
        var facts = stat()
        guard fstat(opened, &facts) == 0 else {
            let status = errno
            close(opened)
            throw .unopenable(status: status)
        }
        let size = Int(facts.st_size)
        do throws(DecodeError) {
            guard facts.st_mode & S_IFMT == S_IFREG else { throw .unopenable(status: EISDIR) }
            guard size > 0 else { throw .empty }
            guard size <= limits.fileBytes else {
                throw .tooLarge(what: "bytes", found: size, limit: limits.fileBytes)
            }
        } catch {
            close(opened)
            throw error
        }
        descriptor = opened
        count = size
    }

    /// Takes over a file that has just been written.
    init(adopting descriptor: Int32, count: Int) {
        self.descriptor = descriptor
        self.count = count
    }

    deinit { close(descriptor) }

    /// The name by which another reader can open the same bytes.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// Reads into a buffer from a place on; gives the number of bytes read, fewer at the file's end.
    func read(at place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var done = 0
        while done < buffer.count, let base = buffer.baseAddress {
            let got = pread(descriptor, base + done, buffer.count - done, place + done)
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else { break }
            done += got
        }
        return done
    }

    /// The bytes of a range, as many as the file holds of it.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        let held = range.clamped(to: 0..<count)
        return [UInt8](unsafeUninitializedCapacity: held.count) { buffer, initialized in
            initialized = read(at: held.lowerBound, into: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}
