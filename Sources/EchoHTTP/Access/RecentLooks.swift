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

    /// How long after a look's line the parts that follow belong to it.
    package static let lifetime = Duration.seconds(600)
    /// How many are remembered; one that is forgotten is written once more.
    static let most = 10_000

    private let seen = Mutex<[Look: ContinuousClock.Instant]>([:])

    /// Nobody has looked yet.
    package init() {}

    /// Whether a look has its line.
    package func isKnown(_ clip: ClipID, by actor: AuditActor, at now: ContinuousClock.Instant = .now) -> Bool
    {
        seen.withLock { seen in
            seen[Look(actor: actor, clip: clip)].map { now - $0 <= Self.lifetime } ?? false
        }
    }

    /// Remembers a look whose line is written.
    package func remember(_ clip: ClipID, by actor: AuditActor, at now: ContinuousClock.Instant = .now) {
        seen.withLock { seen in
            if seen.count >= Self.most { seen = seen.filter { now - $0.value <= Self.lifetime } }
            if seen.count >= Self.most { seen.removeAll() }
            seen[Look(actor: actor, clip: clip)] = now
        }
    }
}
