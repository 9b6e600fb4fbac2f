import EchoCore
public import Foundation

/// A drawn file, held open: it can be read to its end though it is removed meanwhile.
public final class MediaFile: Sendable {
    /// `video/mp4` or `image/png`.
    public let contentType: String
    /// Its length.
    public let byteCount: Int
    /// A strong validator in quotes: the same for the same bytes, on every server.
    public let entityTag: String
    private let descriptor: Int32

    init(path: String, name: String) throws(MediaError) {
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard opened >= 0 else { throw MediaError(errno: errno) }
        var status = stat()
        guard fstat(opened, &status) == 0 else {
            let failure = errno
            _ = close(opened)
            throw MediaError(errno: failure)
        }
        descriptor = opened
        byteCount = Int(status.st_size)
        contentType = name.hasSuffix(".mp4") ? "video/mp4" : "image/png"
        entityTag = "\"\(name)\""
    }

    deinit { _ = close(descriptor) }

    /// Reads a part; may be called from several tasks at once.
    ///
    /// - Throws: ``MediaError/system(code:)``.
    /// - Precondition: the range lies within the file.
    public func bytes(_ range: Range<Int>) throws -> Data {
        precondition(
            range.lowerBound >= 0 && range.upperBound <= byteCount, "bytes \(range) of \(byteCount)")
        var data = Data(count: range.count)
        var done = 0
        try data.withUnsafeMutableBytes { buffer in
            while done < buffer.count {
                let count = pread(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done,
                    range.lowerBound + done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw MediaError(errno: count == 0 ? EIO : errno) }
                done += count
            }
        }
        return data
    }
}
