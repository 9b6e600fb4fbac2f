import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("An ingest that is cancelled") struct CancelledIngestTests {
    @Test("stores what was in flight, says so, and goes on to the same index", arguments: 0...17)
    func goesOn(stop: Int) async throws {
        let folder = try await MixedFolder.shared.value
        let archive = try TestArchive()
        var ended = 0
        let options = IngestOptions(paths: [folder.path], clipsInFlight: 3)
        let cut = try await archive.workspace.ingest(options) { event in
            if case .ended = event { ended += 1 }
            if ended == stop { withUnsafeCurrentTask { $0?.cancel() } }
        }
        #expect(cut.interrupted == (ended < MixedFolder.files), "stopped after \(stop), ended \(ended)")
        #expect(ended <= stop + 3)
        let summary = try await Task { try await archive.ingest([folder.path]).summary }.value
        #expect(!summary.interrupted)
        #expect(cut.embedded + summary.embedded == MixedFolder.clips, "nothing is embedded twice")
        let found = try await Task {
            let runs = try await archive.reading { try await $0.runs() }
            #expect(runs.map { $0.counts[.embedded] } == [summary.embedded, cut.embedded])
            #expect(runs.count { $0.finished == nil } == 0)
            return try await archive.content()
        }.value
        #expect(found == folder.content)
    }

    @Test("at any moment, leaves a sound index that goes on to the same content", arguments: UInt64(0)..<8)
    func isSound(seed: UInt64) async throws {
        let folder = try await MixedFolder.shared.value
        let archive = try TestArchive()
        var random = SplitMix64(seed: seed)
        let delay = Duration.microseconds(Int.random(in: 0..<120_000, using: &random))
        let run = Task { try await archive.ingest([folder.path]).summary }
        try await Task.sleep(for: delay)
        run.cancel()
        let cut = try? await run.value
        let summary = try await archive.ingest([folder.path]).summary
        #expect((cut?.embedded ?? 0) + summary.embedded == MixedFolder.clips)
        let verification = try await archive.reading { try await $0.verify() }
        #expect(verification.isSound)
        #expect(try await archive.content() == folder.content)
    }
}
