internal import EchoCore
internal import Foundation

/// A hidden folder in which a model is built, and which takes the model's name only when it is complete.
///
/// One import at a time holds the store's lock, so what an earlier one left behind is known to be dead and
/// is removed.
final class StagingFolder {
    /// Where the files go.
    let url: URL
    private let root: URL
    private let lock: Int32
    private var isPublished = false

    private static let prefix = ".import-"
    private static let lockName = ".lock"

    /// Makes the store's folder where needed, takes its lock, clears leftovers, makes an empty folder.
    ///
    /// - Throws: ``ModelError/importRunning``, ``ModelError/system(call:status:)``.
    init(root: URL) throws(ModelError) {
        self.root = root
        url = root.appending(path: Self.prefix + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        } catch {
            throw .system(call: "mkdir", status: SystemNumber.errno(of: error))
        }
        lock = open(root.appending(path: Self.lockName).path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard lock >= 0 else { throw .system(call: "open", status: errno) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .importRunning : .system(call: "flock", status: errno)
        }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        where name.hasPrefix(Self.prefix) {
            try? FileManager.default.removeItem(at: root.appending(path: name))
        }
        guard mkdir(url.path, 0o755) == 0 else { throw .system(call: "mkdir", status: errno) }
    }

    deinit {
        if !isPublished { try? FileManager.default.removeItem(at: url) }
        // By name, for a child that is being started holds the same open file until it runs.
        _ = flock(lock, LOCK_UN)
        close(lock)
    }

    /// Gives the folder its name and syncs the store's folder.
    ///
    /// - Throws: ``ModelError/nameTaken(name:)`` where something has the name by now.
    func publish(as name: String) throws(ModelError) -> URL {
        let target = root.appending(path: name)
        try Self.sync(url)
        guard !FileManager.default.fileExists(atPath: target.path) else { throw .nameTaken(name: name) }
        guard rename(url.path, target.path) == 0 else {
            throw errno == ENOTEMPTY || errno == EEXIST
                ? .nameTaken(name: name) : .system(call: "rename", status: errno)
        }
        isPublished = true
        try Self.sync(root)
        return target
    }

    private static func sync(_ folder: URL) throws(ModelError) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(call: "open", status: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(call: "fsync", status: errno) }
    }
}
