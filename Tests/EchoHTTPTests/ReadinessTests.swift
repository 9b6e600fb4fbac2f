import EchoHTTP
import Logging
import Synchronization
import Testing

@Suite("Readiness") struct ReadinessTests {
    /// What the encoder does when it is looked at.
    enum Encoder: CaseIterable { case works, fails, hangs }

    @Test("turns within five seconds of an encoder that fails or hangs", arguments: [Encoder.fails, .hangs])
    func turns(later: Encoder) async throws {
        let shared = SharedEncoder()
        let readiness = Readiness(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }) {
            switch shared.state {
            case .works: return ["encoder": nil]
            case .fails: return ["encoder": "encode.weights"]
            case .hangs:
                try? await Task.sleep(for: .seconds(60))
                return ["encoder": nil]
            }
        }
        let work = Task { try await readiness.run() }
        for _ in 0..<500 where !readiness.state.isReady { try await Task.sleep(for: .milliseconds(20)) }
        #expect(readiness.state.isReady)
        shared.turn(later)
        try await Task.sleep(for: .seconds(5))
        #expect(!readiness.state.isReady)
        #expect(readiness.state.checks["encoder"] != .some(nil))
        work.cancel()
    }
}

/// An encoder's state that a test turns.
final class SharedEncoder: Sendable {
    private let now = Mutex(ReadinessTests.Encoder.works)

    var state: ReadinessTests.Encoder { now.withLock { $0 } }

    func turn(_ later: ReadinessTests.Encoder) { now.withLock { $0 = later } }
}
