internal import EchoCore
internal import GRDB

/// Studies, clips, their vectors and their reports, kept on this machine.
///
/// Values go in and out, every call may wait, and no caller learns where anything is stored, so that a shared
/// store can take this one's place. What a call has returned from is on the disk: the log is synchronized
/// before a commit is acknowledged. Searches and lists see one consistent state and never wait for a writer.
public final class StudyIndex: Sendable {
    /// Whether an index is opened to change it.
    public enum Access: Sendable {
        /// Reads; any number of processes may.
        case read
        /// Reads and writes, making the index if there is none; one process at a time.
        case write
    }

    /// The on-disk format that this program writes.
    public static let formatVersion = 1

    let folder: IndexFolder
    let pool: DatabasePool
    let lock: FolderLock?
    let vectors: VectorFiles

    init(folder: IndexFolder, pool: DatabasePool, lock: FolderLock?) {
        self.folder = folder
        self.pool = pool
        self.lock = lock
        vectors = VectorFiles(folder: folder)
    }
}
