internal import Foundation
internal import Glibc

/// A file being written under a hidden name, which is removed unless it is published.
package final class WeightFileOutput {
    private let path: String
    private let hidden: String
    private let descriptor: Int32
    private var isPublished = false

    /// Creates the hidden file beside `path`.
    package init(path: String) throws(WeightFileError) {
        let target = URL(filePath: path)
        let name = ".\(target.lastPathComponent).\(UUID().uuidString).part"
        self.path = path
        hidden = target.deletingLastPathComponent().appending(path: name).path
        descriptor = open(hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system(call: "open", status: errno) }
    }

    deinit {
        close(descriptor)
        if !isPublished { unlink(hidden) }
    }

    /// Writes all the bytes at the end.
    package func write(_ bytes: RawSpan) throws(WeightFileError) {
        let status = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return 0
        }
        guard status == 0 else { throw .system(call: "write", status: status) }
    }

    /// Syncs the bytes, renames the file, syncs the folder.
    package func publish() throws(WeightFileError) {
        guard fsync(descriptor) == 0 else { throw .system(call: "fsync", status: errno) }
        guard rename(hidden, path) == 0 else { throw .system(call: "rename", status: errno) }
        isPublished = true
        let folder = open(
            URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .system(call: "open", status: errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .system(call: "fsync", status: errno) }
    }
}
