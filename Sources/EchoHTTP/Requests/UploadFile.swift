import EchoCore
import EchoService
import Foundation

/// A new file, readable by its owner alone.
struct UploadFile: ~Copyable {
    private let descriptor: Int32

    /// Creates it.
    ///
    /// - Throws: `JobError.diskFull`, `JobError.system(code:)`.
    init(path: String) throws(JobError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw JobError(errno: errno) }
    }

    /// Appends bytes.
    ///
    /// - Throws: `JobError.diskFull`, `JobError.system(code:)`.
    func write(_ bytes: some Collection<UInt8>) throws(JobError) {
        var rest = ArraySlice(Array(bytes))
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw JobError(errno: count == 0 ? EIO : errno) }
            rest = rest.dropFirst(count)
        }
    }

    deinit { close(descriptor) }
}
