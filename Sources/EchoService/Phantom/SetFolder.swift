import EchoExport
import Foundation

/// A folder that one run at a time writes a set to.
///
/// Holds a lock while it lives. A hidden file tells what the set was made from, so that a later run can go on.
final class SetFolder {
    /// The folder, without a slash at its end.
    let path: String
    private let lock: Int32

    private static let markName = ".echoseek-phantom.json"
    private static let lockName = ".echoseek-phantom.lock"

    /// Makes the folder where needed, or takes over that of an earlier run.
    ///
    /// - Parameter mark: what the set is made from, as text.
    /// - Throws: ``PhantomError``: the folder holds something else, or is in use; `ExportError`.
    init(_ path: String, mark: [UInt8]) throws {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw PhantomError.folder(status: Self.status(of: path))
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw PhantomError.folder(status: EACCES)
        }
        let known = FileManager.default.contents(atPath: self.path + "/" + Self.markName)
        let others = names.filter { $0 != Self.lockName && $0 != ".part-" + Self.markName }
        if let known {
            guard Array(known) == mark else { throw PhantomError.otherSet }
        } else if !others.isEmpty {
            throw PhantomError.notEmpty
        }
        lock = open(self.path + "/" + Self.lockName, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard lock >= 0 else { throw PhantomError.folder(status: errno) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw PhantomError.busy }
        if known == nil {
            var file = try RecordFile(path: self.path + "/" + Self.markName)
            try file.append(mark)
            try file.finish()
        }
    }

    /// Why a folder could not be made: something else has the name, or its parent refuses.
    private static func status(of path: String) -> Int32 {
        if access(path, F_OK) == 0 { return ENOTDIR }
        return errno == ENOENT ? EACCES : errno
    }

    deinit {
        guard lock >= 0 else { return }
        // By name, for a child that is being started holds the same open file until it runs.
        _ = flock(lock, LOCK_UN)
        close(lock)
    }
}
