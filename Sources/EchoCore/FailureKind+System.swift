internal import Foundation

extension FailureKind {
    /// Whose fault a refused system call is, by its errno.
    ///
    /// What does not exist is `notFound`, what this user may not do `denied`, a path that names something else
    /// `badInput`. All others, such as a full disk, too many open files or a failing device, are `systemError`.
    package init(errno code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound
        case EACCES, EPERM, EROFS: self = .denied
        case EISDIR, ELOOP, ENAMETOOLONG: self = .badInput
        default: self = .systemError
        }
    }

    /// Whether a system call's errno says that the disk is full; a file that may not grow stands on a full disk.
    package static func isFullDisk(errno code: Int32) -> Bool {
        code == ENOSPC || code == EDQUOT || code == EFBIG
    }
}
