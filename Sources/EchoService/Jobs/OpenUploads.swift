import Synchronization

/// How many uploads are under way.
final class OpenUploads: Sendable {
    private let counted = Mutex(0)

    var count: Int { counted.withLock { $0 } }

    func began() { counted.withLock { $0 += 1 } }

    func ended() { counted.withLock { $0 -= 1 } }
}
