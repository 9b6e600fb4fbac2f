import EchoCore
import EchoIndex
import EchoService

/// What readiness rests on: a real embedding by each model, the index, room on the disk.
struct Checks: Sendable {
    let served: ServedIndex

    /// Looks at everything once.
    ///
    /// - Returns: the failure's code by what was looked at; `nil` for what works.
    func run() async -> [String: String?] {
        [
            "encoder": await Self.code { try await embed() }, "index": await Self.code { try await read() },
            "disk": await Self.code { try room() },
        ]
    }

    /// Every model is looked at, also behind one that fails: each one's places depend on its own look.
    private func embed() async throws {
        var failure: (any Error)?
        for space in try await served.spaces() {
            do { _ = try await served.workspace.encoderQueue(for: space).probe() } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    private func read() async throws { _ = try await served.index.spaces() }

    /// Less than an ingest needs is too little.
    private func room() throws {
        var room = DiskRoom(at: served.workspace.settings.index, needed: served.limits.freeBytes)
        try room.check(0)
    }

    private static func code(_ work: () async throws -> Void) async -> String? {
        do {
            try await work()
            return nil
        } catch {
            return ((error as? any EchoFailure) ?? HTTPFailure.defect).report.code
        }
    }
}
