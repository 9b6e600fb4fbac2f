import EchoCore
import Foundation

/// Copies files whose content is known by its hash.
enum CheckedCopy {
    /// Bytes that are read at a time.
    private static let chunk = 1 << 20

    /// Copies a file; when this returns, it is on the disk.
    ///
    /// - Parameter target: a path where nothing is; its folders are made.
    /// - Returns: the content's hash; `nil` where there is no such file.
    /// - Throws: ``JobError``, Foundation's for a file that cannot be read.
    static func make(of source: String, to target: String) throws -> ContentHash? {
        guard let handle = FileHandle(forReadingAtPath: source) else {
            guard errno == ENOENT else { throw JobError(errno: errno) }
            return nil
        }
        defer { try? handle.close() }
        try FileManager.default.createDirectory(
            at: URL(filePath: target).deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        do {
            var file = try SpoolFile(path: target)
            while let part = try handle.read(upToCount: chunk), !part.isEmpty {
                try part.withUnsafeBytes { try file.write($0) }
            }
            return try file.finish()
        } catch {
            unlink(target)
            throw error
        }
    }

    /// Copies a file that has to have a content.
    ///
    /// - Returns: whether it was there and had it; else nothing is left.
    static func make(of source: String, to target: String, expecting hash: ContentHash) throws -> Bool {
        guard let found = try make(of: source, to: target) else { return false }
        if found != hash { unlink(target) }
        return found == hash
    }
}
