import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("The program, killed and interrupted", .serialized) struct KilledIngestTests {
    private func arguments(_ archive: TestArchive, _ paths: [String], frames: String = "uniform:2")
        -> [String]
    {
        ["ingest", "--index", archive.scratch.path("index"), "--frames", frames, "--ndjson"] + paths
    }

    @Test("kill -9 at any moment loses nothing and repeats nothing", arguments: UInt64(0)..<18)
    func survivesKill(seed: UInt64) async throws {
        let folder = try MixedFolder()
        let whole = try TestArchive()
        let start = ContinuousClock.now
        let straight = try BinaryRun(arguments(whole, [folder.path]))
        let time = (ContinuousClock.now - start) / .microseconds(1)
        #expect(straight.status == 2, "\(straight.errors)")
        let archive = try TestArchive()
        var random = SplitMix64(seed: seed)
        for _ in 0..<2 {
            let delay = UInt32.random(in: 0..<UInt32(time), using: &random)
            _ = try BinaryRun(arguments(archive, [folder.path])) { process, _ in
                usleep(delay)
                kill(process.processIdentifier, SIGKILL)
            }
        }
        let last = try BinaryRun(arguments(archive, [folder.path]))
        #expect(last.status == 2, "\(last.errors)")
        let (counts, isSound) = try await archive.reading { index in
            (try await index.runs().compactMap { $0.counts[.embedded] }, try await index.verify().isSound)
        }
        #expect(counts.reduce(0, +) == MixedFolder.clips, "\(counts)")
        #expect(isSound)
        #expect(try await archive.content() == whole.content())
    }

    @Test("SIGINT finishes what is in flight, exits 130 and says how to go on")
    func stopsOnSignal() async throws {
        let archive = try TestArchive()
        let paths =
            [try TestArchive.run()[0]]
            + ["a4c_mjpeg_120f.avi", "a4c_h264_120f.mp4", "a4c_jpeg_120f.dcm", "a4c_ybr422_jpeg_30f.dcm"].map
        {
            Fixtures.clip($0)
        }
        let run = try BinaryRun(arguments(archive, paths, frames: "all"), threads: 1) { process, output in
            while process.isRunning, output().isEmpty { usleep(1_000) }
            kill(process.processIdentifier, SIGINT)
        }
        #expect(run.status == 130, "\(run.errors)")
        #expect(run.errors.contains("run the same command again"))
        let summary = try #require(try run.lines().last)
        #expect(summary["interrupted"] as? Bool == true)
        let stored = try #require(summary["embedded"] as? Int)
        #expect((1..<5).contains(stored))
        let isSound = try await archive.reading { try await $0.verify().isSound }
        #expect(isSound)
        let again = try BinaryRun(arguments(archive, paths, frames: "all"))
        #expect(again.status == 0, "\(again.errors)")
        #expect(try again.lines().last?["embedded"] as? Int == 5 - stored)
    }
}
