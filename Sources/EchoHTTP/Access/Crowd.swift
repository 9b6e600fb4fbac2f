import EchoService
import Synchronization

/// How many questions are worked on at a time: whoever comes beyond that is refused at once, and told when to try
/// again, so that those who were let in are answered soon.
package final class Crowd: Sendable {
    private let most: Int
    private let inside = Mutex(0)

    /// - Precondition: at least one may be inside.
    package init(most: Int) {
        precondition(most > 0, "a crowd of \(most)")
        self.most = most
    }

    /// Works where there is room.
    ///
    /// - Throws: `ServingError.busy(retryAfter:)` where there is none, and what `work` throws.
    package func within<Value>(_ work: () async throws -> Value) async throws -> Value {
        let isIn = inside.withLock { inside in
            guard inside < most else { return false }
            inside += 1
            return true
        }
        guard isIn else { throw ServingError.busy(retryAfter: .seconds(1)) }
        defer { inside.withLock { $0 -= 1 } }
        return try await work()
    }
}
