import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("A job that waits for a failure to pass") struct JobWaitTests {
    let archive: TestArchive

    init() throws { archive = try TestArchive() }

    @Test("says so once, however often it fails the same, and goes on when that has passed")
    func saysSoOnce() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(1)))
        // A file where a folder has to be: no original can be taken in.
        let clips = lab.folder.clips
        try FileManager.default.removeItem(atPath: clips)
        try Data().write(to: URL(filePath: clips))
        let turn = try #require(try await lab.ledger.nextJob())
        // What was just sent, or asked for, is not waited with: no round takes its pause.
        try await lab.jobs.work(on: turn)
        let waiting = try await lab.ledger.job(sent.id)
        #expect(waiting.state == .running)
        #expect(waiting.code == "jobs.system")
        for _ in 0..<2 {
            #expect(try await lab.jobs.retry(sent.id) == waiting)
            try await lab.jobs.work(on: turn)
        }
        #expect(try await lab.ledger.job(sent.id) == waiting)
        try FileManager.default.removeItem(atPath: clips)
        try lab.folder.create()
        try await lab.jobs.runAll()
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .finished)
        #expect(job.code == nil)
        #expect(
            try await lab.ledger.events(of: sent.id).map(\.kind) == [
                .queued, .started, .waiting, .file, .finished,
            ])
    }

    @Test("is tried again after 10 s, then twice as long each time, up to 5 min; another failure begins anew")
    func pauses() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send([Data("no clip".utf8)])
        var pause = RetryPause()
        func pauseAfter(_ failure: JobError) async throws -> Duration {
            let job = try await lab.ledger.enter(
                .running, .waiting, of: sent.id, failure: failure.report, at: Date())
            return pause.next(for: job)
        }
        for seconds in [10, 20, 40, 80, 160, 300, 300] {
            let time = try await pauseAfter(.diskFull)
            #expect(time == .seconds(seconds))
        }
        for seconds in [10, 20] {
            let time = try await pauseAfter(.system(code: 5))
            #expect(time == .seconds(seconds))
        }
    }
}
