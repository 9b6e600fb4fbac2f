import EchoCore
import EchoService
package import Logging
import ServiceLifecycle
import Synchronization

/// Embeds a known input every second and reads the index, and says whether both still work.
package final class Readiness: Service {
    /// What was found when it was last looked.
    struct Look: Sendable {
        /// The failure's code by what was looked at; `nil` where it works.
        let checks: [String: String?]
        let at: ContinuousClock.Instant
    }

    /// Between two looks.
    static let pause = Duration.seconds(1)
    /// A look that is older says nothing any more: the encoder hangs.
    static let shelfLife = Duration.seconds(4)

    private let check: @Sendable () async -> [String: String?]
    private let last = Mutex<Look?>(nil)
    private let isEnding = Mutex(false)
    private let logger: Logger

    /// - Parameter check: looks at everything once; the code of what fails, `nil` for what works.
    package init(logger: Logger, check: @escaping @Sendable () async -> [String: String?]) {
        self.check = check
        self.logger = logger
    }

    /// Looks until the service ends.
    package func run() async throws {
        isEnding.withLock { $0 = false }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.look()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// From here on the service is not ready: it answers what it took, and no more.
    func end() { isEnding.withLock { $0 = true } }

    /// Looks once.
    func look() async {
        let checks = await check()
        // What fails because the service ends says nothing of it.
        if Task.isCancelled { return }
        let before = last.withLock { last in
            defer { last = Look(checks: checks, at: .now) }
            return last
        }
        let bad = checks.compactMapValues { $0 }
        if bad.isEmpty != (before?.checks.compactMapValues { $0 }.isEmpty ?? false) {
            logger.notice(
                bad.isEmpty ? "ready" : "not ready",
                metadata: bad.mapValues { .string($0) })
        }
    }

    /// What is wrong by what was looked at; an empty answer is ready.
    package var state: (isReady: Bool, checks: [String: String?]) {
        if isEnding.withLock({ $0 }) { return (false, ["service": HTTPFailure.ending.report.code]) }
        guard let look = last.withLock({ $0 }) else { return (false, ["encoder": "not looked yet"]) }
        guard ContinuousClock.now - look.at < Self.shelfLife else {
            return (false, look.checks.merging(["encoder": "does not answer"]) { _, late in late })
        }
        return (look.checks.values.allSatisfy { $0 == nil }, look.checks)
    }
}
