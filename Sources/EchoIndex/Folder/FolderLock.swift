internal import EchoCore
internal import Foundation
internal import Synchronization

/// The right to write to an index: the kernel gives it to one open file and takes it back when that closes,
/// also when its process is killed.
final class FolderLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// Takes the lock without waiting.
    ///
    /// - Throws: ``IndexError/busy`` where it is held, ``IndexError/denied``.
    init(_ path: String) throws(IndexError) {
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw IndexError(errno: errno) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let refused = errno
            _ = Foundation.close(opened)
            throw refused == EWOULDBLOCK ? .busy : IndexError(errno: refused)
        }
        descriptor = Mutex(opened)
    }

    /// Gives it back: by name, for a child that is being started holds the same open file until it runs.
    func release() {
        descriptor.withLock { held in
            if let held {
                _ = flock(held, LOCK_UN)
                _ = Foundation.close(held)
            }
            held = nil
        }
    }

    deinit { release() }
}
