import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("The same files in any timing") struct DeterminismTests {
    @Test("threads and clips in flight change no byte of the index", arguments: [1, 2, 4], 1...5)
    func isIndependentOfThreads(threads: Int, clipsInFlight: Int) async throws {
        let folder = try await MixedFolder.shared.value
        var archive = try TestArchive([.threads: "\(threads)"])
        archive.clipsInFlight = clipsInFlight
        let (summary, files) = try await archive.ingest([folder.path])
        #expect(files.count == MixedFolder.files)
        #expect((summary.embedded, summary.duplicate, summary.skipped, summary.quarantined) == (10, 1, 4, 2))
        #expect(try await archive.content() == folder.content)
    }

    @Test("a clip among others gets the vectors that it gets alone, bit for bit")
    func isIndependentOfBatch() async throws {
        let archive = try TestArchive()
        let embedder = try archive.workspace.embedder()
        let paths = try TestArchive.run()
        var together: [[Embedding]] = []
        try await Embed(embedder: embedder, clipsInFlight: 5).run(paths) { _, outcome in
            if case .embedded(let clip) = outcome { together.append(clip.frames + [clip.embedding]) }
        }
        #expect(together.count == paths.count)
        for (path, expected) in zip(paths, together) {
            guard case .embedded(let clip) = try await embedder.embed(path: path) else {
                Issue.record("\(path) was not embedded alone")
                continue
            }
            #expect(clip.frames + [clip.embedding] == expected)
        }
    }

    @Test(
        "a frame alone, shared out over the threads, has the bits it has on one",
        arguments: ["portable", "auto"])
    func oneFrameOnManyThreads(set: String) async throws {
        var vectors: [[Embedding]] = []
        for threads in [1, 2, 3, 5] {
            let archive = try TestArchive(
                [.frames: "uniform:1", .threads: "\(threads)", .isa: set])
            let embedder = try archive.workspace.embedder()
            guard case .embedded(let clip) = try await embedder.embed(path: try TestArchive.run()[0]) else {
                Issue.record("not embedded on \(threads) threads")
                continue
            }
            vectors.append(clip.frames)
        }
        #expect(vectors.count == 4 && vectors.allSatisfy { $0.count == 1 && $0 == vectors[0] })
    }

    @Test(
        "frames held and frames decoded again give the same vectors", arguments: [FrameRule.all, .reference])
    func isIndependentOfMemory(rule: FrameRule) async throws {
        let archive = try TestArchive([.frames: rule.description])
        var embedder = try archive.workspace.embedder()
        for path in [Fixtures.clip("a4c_ybr422_jpeg_30f.dcm"), try Fixtures.made("video/h264_bframes.mp4")] {
            embedder.heldBytes = 96 << 20
            let held = try await embedder.embed(path: path)
            embedder.heldBytes = 0
            let again = try await embedder.embed(path: path)
            guard case .embedded(let first) = held, case .embedded(let second) = again else {
                Issue.record("\(path): \(held), \(again)")
                continue
            }
            #expect(first.frames == second.frames)
            #expect(first.mask == second.mask)
            #expect(first.classed == second.classed)
        }
    }

    @Test("two files of the same bytes in flight at once are one clip and one duplicate")
    func knowsTwinsInFlight() async throws {
        var archive = try TestArchive()
        archive.clipsInFlight = 4
        let source = try TestArchive.run()[0]
        let paths = try (0..<4).map { place in
            try archive.scratch.write(
                FileManager.default.contents(atPath: source) ?? Data(), to: "in/\(place).dcm")
        }
        let (summary, files) = try await archive.ingest(paths)
        #expect((summary.embedded, summary.duplicate) == (1, 3))
        #expect(Set(files.compactMap(\.clip)).count == 1)
        #expect(files.map(\.code) == [nil, "index.duplicate", "index.duplicate", "index.duplicate"])
    }
}
