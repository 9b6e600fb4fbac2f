import EchoCore
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Damaged clips through the embedder") struct MutationTests {
    /// Longest that one damaged file of a few kilobytes may take, while nothing else runs.
    private static let longest = Duration.seconds(5)

    /// Among hundreds of other tests a file's time says how many of them went first: it is held in a run of its own.
    @Test(
        "any damage ends embedded, skipped or quarantined, soon", .serialized, .timeLimit(.minutes(2)),
        arguments: MutatedClip.sources)
    func endsWell(source: String) async throws {
        let archive = try TestArchive()
        let embedders = try ["auto", "none"].map { mask in
            let workspace = try TestArchive([.mask: mask, .frames: "uniform:3"]).workspace
            return try workspace.embedder()
        }
        let whole = Array(FileManager.default.contents(atPath: try Fixtures.made(source)) ?? Data())
        var states: [String: Int] = [:]
        for seed in 0..<MutatedClip.seeds {
            let path = try archive.scratch.write(MutatedClip.bytes(of: whole, seed: seed), to: "\(seed).bin")
            let start = ContinuousClock.now
            let outcome = try await embedders[Int(seed) % 2].embed(path: path)
            let time = ContinuousClock.now - start
            if TimedRun.isAlone { #expect(time < Self.longest, "\(source), seed \(seed)") }
            states[Self.name(outcome), default: 0] += 1
        }
        #expect(states.values.reduce(0, +) == Int(MutatedClip.seeds))
        #expect(states.keys.contains { $0 != "embedded" }, "no damage was noticed")
    }

    @Test("there are at least 500 of them")
    func areMany() { #expect(MutatedClip.sources.count * Int(MutatedClip.seeds) >= 500) }

    @Test(
        "a clip that ends early is never embedded, wherever it ends",
        arguments: [
            "a4c_h264_120f.mp4", "a4c_jpeg_120f.dcm", "a4c_mjpeg_120f.avi", "a4c_ybr422_jpeg_30f.dcm",
            "plax_still_jpeglossless.dcm",
        ])
    func noticesTruncation(name: String) async throws {
        let archive = try TestArchive([.mask: "none", .frames: "uniform:1"])
        let embedder = try archive.workspace.embedder()
        let whole = FileManager.default.contents(atPath: Fixtures.clip(name)) ?? Data()
        for tenth in 0..<10 {
            let path = try archive.scratch.write(
                whole.prefix(whole.count * tenth / 10), to: "\(tenth)-\(name)")
            let state = Self.name(try await embedder.embed(path: path))
            #expect(state.hasPrefix("quarantined"), "\(name) cut to \(tenth) tenths: \(state)")
        }
    }

    @Test(
        "a poison clip among good ones leaves the others' vectors as they are, bit for bit", arguments: 0..<5)
    func sparesOthers(place: Int) async throws {
        let archive = try TestArchive()
        let embedder = try archive.workspace.embedder()
        let good = Array(try TestArchive.run().prefix(5))
        let poison = try archive.scratch.write(
            MutatedClip.bytes(of: Array(Data(contentsOf: URL(filePath: good[0]))), seed: UInt64(place) * 5),
            to: "poison.dcm")
        var mixed = good
        mixed.insert(poison, at: place)
        let alone = try await Self.vectors(of: good, embedder)
        var among = try await Self.vectors(of: mixed, embedder)
        #expect(among.remove(at: place) == nil)
        #expect(among == alone)
        #expect(alone.allSatisfy { $0 != nil })
    }

    private static func vectors(of paths: [String], _ embedder: ClipEmbedder) async throws -> [[Embedding]?] {
        var found: [[Embedding]?] = []
        try await Embed(embedder: embedder, clipsInFlight: 3).run(paths) { _, outcome in
            if case .embedded(let clip) = outcome { found.append(clip.frames) } else { found.append(nil) }
        }
        return found
    }

    private static func name(_ outcome: ClipOutcome) -> String {
        switch outcome {
        case .embedded: "embedded"
        case .skipped(let report): "skipped \(report.code)"
        case .quarantined(let report): "quarantined \(report.code)"
        }
    }
}
