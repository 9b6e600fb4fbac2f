import Foundation

/// A new file, readable by its owner alone.
struct UploadFile: ~Copyable {
    private let descriptor: Int32

    /// Creates it.
    ///
    /// - Throws: `POSIXError`.
    init(path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    /// Appends bytes.
    ///
    /// - Throws: `POSIXError`.
    func write(_ bytes: some Collection<UInt8>) throws {
        var rest = ArraySlice(Array(bytes))
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            rest = rest.dropFirst(count)
        }
    }

    deinit { close(descriptor) }
}
