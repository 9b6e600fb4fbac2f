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

    @Test("kill -9 at any moment loses nothing and repeats nothing")
    func survivesKill() async throws {
        let folder = try await MixedFolder.shared.value
        let time = try Self.uninterrupted()
        var random = SplitMix64(seed: 9)
        var struck = 0
        for _ in 0..<18 {
            let archive = try TestArchive()
            // Once at any moment, from before the index is there; once after the first file is acknowledged.
            for isUnderWay in [false, true] {
                let delay = UInt32.random(in: 0..<(isUnderWay ? 40_000 : time), using: &random)
                let cut = try BinaryRun(arguments(archive, [folder.path])) { process, output in
                    while isUnderWay, process.isRunning, output().isEmpty { usleep(500) }
                    usleep(delay)
                    kill(process.processIdentifier, SIGKILL)
                }
                if cut.status == SIGKILL, !cut.output.isEmpty { struck += 1 }
            }
            let last = try BinaryRun(arguments(archive, [folder.path]))
            #expect(last.status == 2, "\(last.errors)")
            let (counts, isSound) = try await archive.reading { index in
                (try await index.runs().compactMap { $0.counts[.embedded] }, try await index.verify().isSound)
            }
            #expect(counts.reduce(0, +) == MixedFolder.clips, "\(counts)")
            #expect(isSound)
            #expect(try await archive.content() == folder.content)
        }
        #expect(struck >= 15, "only \(struck) of 36 kills fell between the first file and the last")
    }

    /// How long a run takes that nobody kills, in microseconds.
    private static func uninterrupted() throws -> UInt32 {
        let scratch = try ScratchFolder()
        let start = ContinuousClock.now
        let clips = try TestArchive.run()
        let run = try BinaryRun(
            ["ingest", "--index", scratch.path("index"), "--frames", "uniform:2"] + clips)
        #expect(run.status == 0, "\(run.errors)")
        return UInt32((ContinuousClock.now - start) / .microseconds(1))
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
