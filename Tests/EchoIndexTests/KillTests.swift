import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

/// What a killed writer leaves behind.
///
/// The child acknowledges each batch in a file, only after the index did.
@Suite("A writer that is killed", .serialized) struct KillTests {
    static let batch = 4

    @Test("loses nothing it acknowledged and leaves no torn record", arguments: UInt64(0)..<36)
    func keepsWhatItAcknowledged(seed: UInt64) async throws {
        let scratch = try ScratchFolder()
        let archive = SyntheticArchive(seed: seed, dimension: 64)
        let folder = scratch.url.path
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [folder = folder as String, seed = seed as UInt64] in
            try await KillTests.writeUntilKilled(in: folder, seed: seed)
        }
        let text = (try? String(contentsOfFile: "\(folder)/acknowledged", encoding: .utf8)) ?? ""
        let acknowledged = text.split(separator: "\n").count
        let index = try await archive.makeIndex(at: "\(folder)/i")
        let verification = try await index.verify()
        #expect(verification.isSound, "\(verification.damages)")
        let found = Set(try await index.clips().map(\.id))
        let committed = found.count / Self.batch
        #expect(found == Set((0..<(committed * Self.batch)).map { archive.clipID($0) }), "a torn batch")
        #expect(committed >= acknowledged)
        #expect(committed <= acknowledged + 1)
        // What was cut short goes on, and ends as if nothing had happened.
        let total = (committed + 2) * Self.batch
        try await index.record(try (0..<total).map { .embedded(try archive.clip($0)) })
        let whole = try await archive.makeIndex(at: "\(folder)/whole")
        try await whole.record(try (0..<total).map { .embedded(try archive.clip($0)) })
        for each in [index, whole] { try await each.refreshVectorFiles() }
        #expect(try await index.contentDigest() == whole.contentDigest())
        #expect(
            try SyntheticArchive.vectorFiles(at: "\(folder)/i")
                == SyntheticArchive.vectorFiles(at: "\(folder)/whole"))
    }

    /// Runs in a process of its own, and ends it at a moment that only the seed and the scheduler know.
    static func writeUntilKilled(in folder: String, seed: UInt64) async throws {
        let archive = SyntheticArchive(seed: seed, dimension: 64)
        let index = try await archive.makeIndex(at: "\(folder)/i")
        let acknowledged = open("\(folder)/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var random = SplitMix64(seed: seed)
        let delay = UInt32.random(in: 1_000..<150_000, using: &random)
        Thread.detachNewThread {
            usleep(delay)
            kill(getpid(), SIGKILL)
        }
        for start in stride(from: 0, to: 1_000_000, by: batch) {
            let items = try (start..<(start + batch)).map { IngestedItem.embedded(try archive.clip($0)) }
            try await index.record(items)
            write(acknowledged, "x\n", 2)
            if start % 16 == 0 { try await index.refreshVectorFiles() }
        }
    }
}
