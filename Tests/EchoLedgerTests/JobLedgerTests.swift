import EchoCore
import EchoLedger
import EchoTesting
import Foundation
import Testing

@Suite("Jobs in the ledger") struct JobLedgerTests {
    let scratch: ScratchFolder
    let start = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { scratch = try ScratchFolder() }

    private func ledger() async throws -> Ledger {
        try await Ledger.open(at: scratch.path("ledger.sqlite"), for: .write)
    }

    static func hash(_ number: UInt64) -> ContentHash {
        var random = SplitMix64(seed: number)
        return ContentHash(digest: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    private func add(_ count: Int, to ledger: Ledger) async throws -> Job {
        let files = (0..<count).map {
            JobFile(ordinal: $0, contentHash: Self.hash(UInt64($0)), byteCount: 100 + $0)
        }
        return try await ledger.addJob(JobID.random(), files: files, by: .local, at: start)
    }

    @Test("go from queued to finished, each step an event with a number")
    func life() async throws {
        let ledger = try await ledger()
        let job = try await add(3, to: ledger)
        #expect(job.state == .queued)
        #expect(job.byteCount == 303)
        #expect(try await ledger.nextJob() == job)
        _ = try await ledger.enter(.running, .started, of: job.id, at: start)
        _ = try await ledger.end(
            [
                JobFileEnding(ordinal: 0, end: .embedded, clip: ClipID("cl-1"), study: StudyID("st-1")),
                JobFileEnding(ordinal: 1, end: .skipped, code: "decode.notAClip", reason: "It is none."),
            ], of: job.id, at: start)
        // A file ends once, whatever is said later.
        _ = try await ledger.end([JobFileEnding(ordinal: 0, end: .duplicate)], of: job.id, at: start)
        _ = try await ledger.end([JobFileEnding(ordinal: 2, end: .quarantined)], of: job.id, at: start)
        let done = try await ledger.enter(.finished, .finished, of: job.id, at: start)
        #expect(done.counts.embedded == 1)
        #expect(done.counts.ended == 3)
        #expect(done.finished == start)
        let events = try await ledger.events(of: job.id)
        #expect(events.map(\.kind) == [.queued, .started, .file, .file, .file, .finished])
        #expect(events.map(\.sequence) == Array(1...6))
        #expect(events.map(\.counts.ended) == [0, 0, 1, 2, 3, 3])
        #expect(events[2].file?.clip == ClipID("cl-1"))
        #expect(try await ledger.events(of: job.id, after: 4).map(\.sequence) == [5, 6])
        #expect(try await ledger.nextJob() == nil)
        #expect(try await ledger.hasEmbedded(Self.hash(0)))
        #expect(try await !ledger.hasEmbedded(Self.hash(1)))
        #expect(try await ledger.forget(study: StudyID("st-1")) == [Self.hash(0)])
        #expect(try await !ledger.hasEmbedded(Self.hash(0)))
    }

    @Test("that were begun come before those that wait")
    func order() async throws {
        let ledger = try await ledger()
        let (first, second) = (try await add(1, to: ledger), try await add(1, to: ledger))
        #expect(try await ledger.nextJob()?.id == first.id)
        _ = try await ledger.enter(.running, .started, of: second.id, at: start)
        #expect(try await ledger.nextJob()?.id == second.id)
        #expect(try await ledger.jobs().map(\.id) == [second.id, first.id])
        #expect(try await ledger.jobs(in: .queued).map(\.id) == [first.id])
        #expect(try await ledger.jobCount() == 2)
        #expect(try await ledger.jobCounts() == [.queued: 1, .running: 1])
    }

    @Test("begin and go on, but not once they are over; who needs a file's bytes is known meanwhile")
    func begins() async throws {
        let ledger = try await ledger()
        let (waiting, ended) = (try await add(1, to: ledger), try await add(1, to: ledger))
        _ = try await ledger.askForEnd(of: ended.id, at: start)
        for _ in 0..<2 { #expect(try await ledger.begin(waiting.id, at: start)) }
        #expect(try await ledger.job(waiting.id).state == .running)
        #expect(try await !ledger.begin(ended.id, at: start))
        #expect(try await ledger.job(ended.id).state == .cancelled)
        #expect(try await ledger.events(of: ended.id).map(\.kind) == [.queued, .cancelled])
        #expect(try await ledger.needs(Self.hash(0)))
        #expect(try await !ledger.needs(Self.hash(0), besides: waiting.id))
        #expect(try await !ledger.needs(Self.hash(1)))
    }

    @Test("end when asked: at once where they wait, by their runner where they run, never twice")
    func cancellation() async throws {
        let ledger = try await ledger()
        let waiting = try await add(2, to: ledger)
        let ended = try await ledger.askForEnd(of: waiting.id, at: start)
        #expect(ended.state == .cancelled)
        #expect(ended.counts.cancelled == 2)
        await #expect(throws: LedgerError.wrongState(found: .cancelled)) {
            try await ledger.askForEnd(of: waiting.id, at: start)
        }
        let running = try await add(2, to: ledger)
        _ = try await ledger.enter(.running, .started, of: running.id, at: start)
        for _ in 0..<2 {
            let asked = try await ledger.askForEnd(of: running.id, at: start)
            #expect(asked.isCancelling)
            #expect(asked.state == .running)
            #expect(asked.lastEvent == 3)
        }
        await #expect(throws: LedgerError.notFound(.job)) {
            try await ledger.askForEnd(of: JobID("jb-none"), at: start)
        }
        await #expect(throws: LedgerError.wrongState(found: .running)) {
            try await ledger.requeue(running.id, at: start)
        }
    }
}
