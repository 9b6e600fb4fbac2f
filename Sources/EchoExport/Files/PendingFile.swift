internal import Foundation

/// A file under a temporary name beside its own, which it takes when it is whole.
///
/// Removes what is not published; cannot be copied.
struct PendingFile: ~Copyable {
    /// Where to write.
    let path: String
    private let target: String
    private var isPublished = false

    /// Names begin with a dot, so that a walk over the folder passes by what a kill left behind.
    static let prefix = ".part-"

    /// Only chooses the name; another writer of the same target at the same time would take the same.
    init(for target: String) {
        let url = URL(filePath: target)
        self.target = target
        path = url.deletingLastPathComponent().appending(path: Self.prefix + url.lastPathComponent).path
    }

    deinit { if !isPublished { unlink(path) } }

    /// Gives the file its name, replacing one that has it.
    consuming func publish() throws(ExportError) {
        guard rename(path, target) == 0 else { throw ExportError(errno: errno) }
        isPublished = true
    }
}

extension ExportError {
    /// What a system call's errno says.
    init(errno status: Int32) {
        self = status == ENOSPC || status == EDQUOT ? .diskFull : .unwritable(status: status)
    }
}
