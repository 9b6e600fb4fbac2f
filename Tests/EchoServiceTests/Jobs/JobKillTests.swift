import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import Testing

/// What a killed server leaves behind: `make crash-jobs` runs many more rounds (ECHO_CRASH_SEEDS).
@Suite("Jobs of a server that is killed", .serialized) struct JobKillTests {
    static let kills = 3
    static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["ECHO_CRASH_SEEDS"].flatMap { UInt64($0) } ?? 4)

    @Test("are neither lost nor done twice, and end as if nothing had happened")
    func survive() async throws {
        let models = try TinyModel.models()
        let reference = try await Self.uninterrupted(models)
        var struck = 0
        for seed in Self.seeds {
            let scratch = try ScratchFolder()
            let folder = scratch.url.path
            for round in 0..<Self.kills {
                await #expect(processExitsWith: .signal(SIGKILL)) {
                    [
                        folder = folder as String, models = models as String,
                        seed = (seed * 16 + UInt64(round)) as UInt64
                    ] in
                    try await JobKillTests.workUntilKilled(in: folder, models: models, seed: seed)
                }
                if !FileManager.default.fileExists(atPath: scratch.path("done")) { struck += 1 }
            }
            let lab = try await JobLab(JobLab.workspace(index: scratch.path("i"), models: models))
            let acknowledged = Self.lines(scratch.path("acknowledged"))
            try await Self.sendRest(lab, after: acknowledged.count) { _ in }
            try await lab.jobs.runAll()
            for id in acknowledged { #expect(try await lab.ledger.job(JobID(id)).state == .finished) }
            try await Self.check(lab, reference, "seed \(seed)")
            try await lab.close()
        }
        let all = Self.seeds.count * Self.kills
        #expect(struck * 4 >= all, "only \(struck) of \(all) kills fell before the end")
    }

    /// Everything that must be as in a run that nobody cut short.
    private static func check(_ lab: JobLab, _ reference: ContentHash, _ comment: Comment) async throws {
        #expect(try await lab.index.verify().isSound, comment)
        #expect(try await lab.index.contentDigest() == reference, comment)
        let embedded = try await lab.index.runs().reduce(0) { $0 + ($1.counts[.embedded] ?? 0) }
        #expect(embedded == 10, "each clip is embedded once: \(comment)")
        var ends: [FileEnd: Int] = [:]
        for job in try await lab.ledger.jobs() {
            #expect(job.state == .finished, comment)
            let events = try await lab.ledger.events(of: job.id)
            #expect(events.map(\.sequence) == Array(1...events.count), comment)
            for file in try await lab.ledger.files(of: job.id) {
                ends[try #require(file.end), default: 0] += 1
            }
        }
        #expect(ends[.embedded] == 10, "\(ends) \(comment)")
        let clips = try await lab.index.clips()
        #expect(Set(try lab.files().keys.map { "service/" + $0 }) == Set(clips.map(\.path)), comment)
    }

    private static func uninterrupted(_ models: String) async throws -> ContentHash {
        let scratch = try ScratchFolder()
        let lab = try await JobLab(JobLab.workspace(index: scratch.path("i"), models: models))
        try await sendRest(lab, after: 0) { _ in }
        try await lab.jobs.runAll()
        let digest = try await lab.index.contentDigest()
        try await lab.close()
        return digest
    }

    /// Three jobs: ten clips, a copy of one, and what is no clip.
    private static func sendRest(
        _ lab: JobLab, after count: Int, _ acknowledge: (JobID) -> Void
    ) async throws {
        let clips = try TestArchive.run().map { try Data(contentsOf: URL(filePath: $0)) }
        let jobs = [
            Array(clips[0..<4]) + [Data("no clip".utf8)], Array(clips[4..<8]) + [clips[2]],
            Array(clips[8..<10]) + [Data()],
        ]
        for files in jobs.dropFirst(count) { acknowledge(try await lab.send(files).id) }
    }

    /// Runs in a process of its own, and ends it at a moment that only the seed and the scheduler know.
    static func workUntilKilled(in folder: String, models: String, seed: UInt64) async throws {
        let lab = try await JobLab(JobLab.workspace(index: "\(folder)/i", models: models))
        var random = SplitMix64(seed: seed)
        let delay = UInt32.random(in: 500..<(seed % 2 == 0 ? 60_000 : 600_000), using: &random)
        Thread.detachNewThread {
            usleep(delay)
            kill(getpid(), SIGKILL)
        }
        let file = open("\(folder)/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        try await sendRest(lab, after: lines("\(folder)/acknowledged").count) { id in
            let line = id.text + "\n"
            _ = line.withCString { write(file, $0, line.utf8.count) }
        }
        try await lab.jobs.runAll()
        _ = open("\(folder)/done", O_WRONLY | O_CREAT, 0o600)
        kill(getpid(), SIGKILL)
    }

    private static func lines(_ path: String) -> [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }
}
