import EchoCore
import EchoIndex
import EchoService
import Foundation

/// What readiness rests on: a real embedding by each model, the index, room on the disk.
struct Checks: Sendable {
    let served: ServedIndex

    /// Free bytes below which nothing new is promised.
    static let leastFree = 256 << 20

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

    private func room() throws {
        let values = try URL(filePath: served.workspace.settings.index)
            .resourceValues(forKeys: [.volumeAvailableCapacityKey])
        if let free = values.volumeAvailableCapacity, free < Self.leastFree { throw IndexError.diskFull }
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
