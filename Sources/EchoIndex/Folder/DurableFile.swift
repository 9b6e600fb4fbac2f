internal import EchoCore
internal import Foundation

/// Files that are either whole and on the disk, or not there.
enum DurableFile {
    /// In the name of every file that is not in its place yet.
    static let unfinished = ".new."

    /// Writes a file beside its place, synchronizes it, and puts it in its place.
    ///
    /// - Throws: ``IndexError/diskFull``, ``IndexError/denied``, ``IndexError/system(code:)``; then the place
    ///   holds what it held.
    static func write(_ bytes: Data, to path: String) throws(IndexError) {
        try put(try stage(bytes, beside: path), in: path)
    }

    /// Writes a file beside its place and synchronizes it.
    ///
    /// - Returns: where it is; ``put(_:in:)`` or nobody moves it from there.
    static func stage(_ bytes: Data, beside path: String) throws(IndexError) -> String {
        let beside = "\(path)\(unfinished)\(UUID().uuidString)"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw IndexError(errno: errno) }
        var failure = put(bytes, into: descriptor)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if Foundation.close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unlink(beside)
            throw IndexError(errno: failure)
        }
        return beside
    }

    /// Puts a staged file in its place.
    static func put(_ staged: String, in path: String) throws(IndexError) {
        guard rename(staged, path) == 0 else {
            let failure = errno
            unlink(staged)
            throw IndexError(errno: failure)
        }
        try synchronize(URL(filePath: path).deletingLastPathComponent().path)
    }

    /// Removes what killed processes left unfinished.
    static func removeUnfinished(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.contains(unfinished) { unlink("\(folder)/\(name)") }
    }

    /// Waits until a file's content, or a folder's names, are on the disk.
    static func synchronize(_ path: String) throws(IndexError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw IndexError(errno: errno) }
        let status = fsync(descriptor)
        let failure = errno
        _ = Foundation.close(descriptor)
        guard status == 0 else { throw IndexError(errno: failure) }
    }

    private static func put(_ bytes: Data, into descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Foundation.write(
                    descriptor, buffer.baseAddress?.advanced(by: done), min(buffer.count - done, 1 << 26))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count == 0 ? EIO : errno }
                done += count
            }
            return 0
        }
    }
}
