import EchoService
import Synchronization

/// The bytes of all bodies that are held in memory whole, within a bound: who comes beyond it is told to come again.
package final class BodyMemory: Sendable {
    /// For some clips in base64, or very many questions.
    static let usual = 256 << 20

    private let most: Int
    private let held = Mutex(0)

    /// - Precondition: room for at least a byte.
    package init(most: Int) {
        precondition(most > 0, "room for \(most) bytes")
        self.most = most
    }

    /// What one request holds, given back when the request is over.
    package final class Share: Sendable {
        private let memory: BodyMemory
        private let taken = Mutex(0)

        /// Nothing yet.
        package init(of memory: BodyMemory) { self.memory = memory }

        /// Takes more.
        ///
        /// - Throws: `ServingError.busy(retryAfter:)` where all requests together would hold too much.
        package func take(_ count: Int) throws {
            try memory.held.withLock { held in
                guard held + count <= memory.most else { throw ServingError.busy(retryAfter: .seconds(1)) }
                held += count
            }
            taken.withLock { $0 += count }
        }

        deinit {
            let count = taken.withLock { $0 }
            memory.held.withLock { $0 -= count }
        }
    }
}
