import EchoCore
import Foundation
import Synchronization

/// The folder of one upload; removed with the value, unless the job was acknowledged.
final class SpoolFolder: Sendable {
    let path: String
    private let isKept = Mutex(false)
    private let open: OpenUploads

    /// Makes the folder, which must not be there.
    init(_ path: String, counting open: OpenUploads) throws(JobError) {
        guard mkdir(path, 0o700) == 0 else { throw JobError(errno: errno) }
        self.path = path
        self.open = open
        open.began()
    }

    deinit {
        open.ended()
        guard !isKept.withLock({ $0 }) else { return }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Where the file of a number is.
    static func file(_ ordinal: Int, in folder: String) -> String {
        let digits = String(ordinal)
        return folder + "/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// The files belong to a job since.
    func keep() { isKept.withLock { $0 = true } }

    /// Waits until a folder's names are on the disk.
    static func synchronize(_ path: String) throws(JobError) {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        guard descriptor >= 0 else { throw JobError(errno: errno) }
        let status = fsync(descriptor)
        let failure = errno
        _ = close(descriptor)
        guard status == 0 else { throw JobError(errno: failure) }
    }
}
