package import EchoCore
package import EchoLedger
import Synchronization

/// Who was shown which clip's pictures lately, so that a film that comes in parts is one look in the audit trail, and
/// no part of it comes without one.
package final class RecentLooks: Sendable {
    private struct Look: Hashable {
        let actor: AuditActor
        let clip: ClipID
    }

    /// How long parts belong to one look.
    package static let lifetime = Duration.seconds(600)
    /// How many are remembered; one that is forgotten is written once more.
    static let most = 10_000

    private let seen = Mutex<[Look: ContinuousClock.Instant]>([:])

    /// Nobody has looked yet.
    package init() {}

    /// Remembers a look.
    ///
    /// - Returns: whether it is a new one.
    package func isNew(_ clip: ClipID, by actor: AuditActor, at now: ContinuousClock.Instant = .now) -> Bool {
        seen.withLock { seen in
            let look = Look(actor: actor, clip: clip)
            let isNew = seen[look].map { now - $0 > Self.lifetime } ?? true
            if seen.count >= Self.most { seen = seen.filter { now - $0.value <= Self.lifetime } }
            if seen.count >= Self.most { seen.removeAll() }
            seen[look] = now
            return isNew
        }
    }
}
