import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("An ingest job") struct JobTests {
    let archive: TestArchive

    init() throws { archive = try TestArchive() }

    @Test("ends each file in one state, keeps what became a clip, and nothing else")
    func endsEachFile() async throws {
        let lab = try await JobLab(archive.workspace)
        let clips = try TestArchive.run()
        let text = Data("CANARY DOE JANE is not a clip".utf8)
        let bytes = try clips[0...2].map { try Data(contentsOf: URL(filePath: $0)) }
        let sent = try await lab.send([bytes[0], bytes[1], bytes[0], text, bytes[2], Data()])
        #expect(sent.state == .queued)
        #expect(sent.fileCount == 6)
        try await lab.jobs.runAll()
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .finished)
        let files = try await lab.ledger.files(of: sent.id)
        #expect(
            files.map(\.end) == [.embedded, .embedded, .duplicate, .skipped, .embedded, .quarantined])
        #expect(files.allSatisfy { ($0.end == .embedded) == ($0.code == nil) })
        #expect(files[2].clip == files[0].clip)
        // Originals lie where the index says, from its own folder on; nothing else was kept.
        let stored = try await lab.index.clips()
        #expect(stored.count == 3)
        let kept = Set(stored.map { "clips/\($0.contentHash.hex.prefix(2))/\($0.contentHash.hex).dcm" })
        #expect(Set(try lab.files().keys) == kept)
        #expect(Set(stored.map(\.path)) == Set(kept.map { "service/" + $0 }))
        for clip in stored {
            #expect(
                try FileFacts(path: lab.folder.index + "/" + clip.path).contentHash == clip.contentHash)
        }
    }

    @Test("tells all in order, also to who comes late or comes again")
    func events() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(4)))
        let live = Task {
            var found: [JobEvent] = []
            for try await event in lab.jobs.events(of: sent.id) { found.append(event) }
            return found
        }
        let run = Task { try await lab.jobs.run() }
        let events = try await live.value
        #expect(events.map(\.sequence) == Array(1...events.count))
        #expect(
            events.map(\.kind) == [.queued, .started, .file, .file, .file, .file, .finished])
        #expect(events.compactMap(\.file?.ordinal) == [0, 1, 2, 3])
        for start in 0...events.count {
            var again: [JobEvent] = []
            for try await event in lab.jobs.events(of: sent.id, after: start) { again.append(event) }
            #expect(again == Array(events[start...]))
        }
        await #expect(throws: LedgerError.notFound(.job)) {
            for try await _ in lab.jobs.events(of: JobID("jb-none")) {}
        }
        run.cancel()
        try await run.value
    }

    @Test("that is sent again embeds nothing again, and leaves the index as it is")
    func isIdempotent() async throws {
        let lab = try await JobLab(archive.workspace)
        let paths = Array(try TestArchive.run().prefix(4))
        _ = try await lab.send(paths: paths)
        try await lab.jobs.runAll()
        let digest = try await lab.index.contentDigest()
        let again = try await lab.send(paths: paths.reversed())
        try await lab.jobs.runAll()
        #expect(try await lab.ledger.job(again.id).counts.duplicate == 4)
        #expect(try await lab.index.contentDigest() == digest)
        #expect(try await lab.index.runs().reduce(0) { $0 + ($1.counts[.embedded] ?? 0) } == 4)
        #expect(try lab.files().count == 4)
    }

    @Test("that is cancelled while it waits leaves nothing; a failed one too")
    func cancelWaiting() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        #expect(try lab.files().count == 2)
        let job = try await lab.jobs.cancel(sent.id)
        #expect(job.state == .cancelled)
        #expect(job.counts.cancelled == 2)
        #expect(try lab.files().isEmpty)
        try await lab.jobs.runAll()
        #expect(try await lab.index.clips().isEmpty)
        await #expect(throws: LedgerError.wrongState(found: .cancelled)) {
            try await lab.jobs.cancel(sent.id)
        }
    }

    @Test("that is cancelled after it was looked up for its turn is passed over")
    func cancelAtItsTurn() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        let lookedUp = try #require(try await lab.ledger.nextJob())
        _ = try await lab.jobs.cancel(sent.id)
        try await lab.jobs.work(on: lookedUp)
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .cancelled)
        #expect(job.counts.cancelled == 2)
        #expect(try await lab.ledger.events(of: sent.id).map(\.kind) == [.queued, .cancelled])
        #expect(try await lab.index.clips().isEmpty)
    }

    @Test("that is cancelled as it begins ends before its first file")
    func cancelAtItsBeginning() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        let lookedUp = try #require(try await lab.ledger.nextJob())
        #expect(try await lab.ledger.begin(sent.id, at: Date()))
        _ = try await lab.ledger.askForEnd(of: sent.id, at: Date())
        try await lab.jobs.work(on: lookedUp)
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .cancelled)
        #expect(job.counts.cancelled == 2)
        #expect(try await lab.index.clips().isEmpty)
        #expect(try lab.files().isEmpty)
    }

    @Test("that is cancelled while another has the same files takes nothing from that one")
    func cancelTwin() async throws {
        let lab = try await JobLab(archive.workspace)
        let paths = try TestArchive.run()
        let sent = try await lab.send(paths: paths)
        // Cut short once its originals lie with those of clips.
        let (jobs, ledger) = (lab.jobs, lab.ledger)
        let run = Task { try await jobs.run() }
        for try await event in jobs.events(of: sent.id) where event.kind == .file { break }
        run.cancel()
        try await run.value
        let twin = try await lab.send(paths: paths)
        #expect(try await lab.jobs.cancel(twin.id).state == .cancelled)
        try await lab.jobs.runAll()
        #expect(try await ledger.job(sent.id).counts.embedded == 10)
        #expect(try lab.files().count == 10)
        #expect(try await lab.index.verify().isSound)
    }

    @Test("whose twin has refused a file leaves no original of it")
    func refusedTwin() async throws {
        let lab = try await JobLab(archive.workspace)
        let broken = Data(try Data(contentsOf: URL(filePath: try TestArchive.run()[0])).prefix(2_000))
        let (sent, twin) = (try await lab.send([broken]), try await lab.send([broken]))
        _ = try await lab.ledger.enter(.running, .started, of: sent.id, at: Date())
        try await lab.jobs.runAll()
        #expect(try await lab.ledger.files(of: twin.id).map(\.end) == [.quarantined])
        #expect(try lab.files().isEmpty)
    }

    @Test("that was cancelled just before the process's end is tidied at the next start")
    func cancelKilled() async throws {
        var lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        // As the ledger stands where the process was killed before the files were removed.
        _ = try await lab.ledger.askForEnd(of: sent.id, at: Date())
        #expect(try lab.files().count == 2)
        try await lab.close()
        lab = try await JobLab(archive.workspace)
        #expect(try lab.files().isEmpty)
        try await lab.close()
    }

    @Test("that is cancelled while it runs keeps what was done, and says so of the rest")
    func cancelRunning() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: try TestArchive.run())
        let run = Task { try await lab.jobs.run() }
        for try await event in lab.jobs.events(of: sent.id) where event.kind == .file {
            _ = try? await lab.jobs.cancel(sent.id)
            break
        }
        var last: JobEvent?
        for try await event in lab.jobs.events(of: sent.id) { last = event }
        run.cancel()
        try await run.value
        let job = try await lab.ledger.job(sent.id)
        // On a fast machine the last file may have ended before the wish came.
        #expect(job.state == .cancelled || job.counts.embedded == 10)
        #expect(last?.state == job.state)
        #expect(job.counts.ended == 10)
        #expect(try await lab.index.clips().count == job.counts.embedded)
        #expect(try lab.files().count == job.counts.embedded)
    }

    @Test("that was cut short by the process's end goes on with the next")
    func resumes() async throws {
        var lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: try TestArchive.run())
        let (jobs, ledger) = (lab.jobs, lab.ledger)
        let run = Task { try await jobs.run() }
        for try await event in jobs.events(of: sent.id) where event.kind == .file { break }
        run.cancel()
        try await run.value
        let cut = try await ledger.job(sent.id)
        #expect(cut.state == .running || cut.counts.embedded == 10)
        try await lab.close()
        lab = try await JobLab(archive.workspace)
        try await lab.jobs.runAll()
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .finished)
        #expect(job.counts.embedded == 10)
        #expect(try await lab.index.runs().reduce(0) { $0 + ($1.counts[.embedded] ?? 0) } == 10)
        #expect(try await lab.index.verify().isSound)
    }

    @Test("tries again what was refused before, and keeps it where it passes now")
    func triesAgain() async throws {
        let lab = try await JobLab(archive.workspace)
        let path = try TestArchive.run()[0]
        let facts = try FileFacts(path: path)
        // As a version left it that could not read the file.
        let refused = LeftOutFile(
            path: path, contentHash: facts.contentHash, byteCount: facts.byteCount, state: .quarantined,
            code: "decode.damagedFrame", reason: "A frame is damaged.")
        try await lab.index.record([.leftOut(refused)])
        let sent = try await lab.send(paths: [path])
        try await lab.jobs.runAll()
        #expect(try await lab.ledger.files(of: sent.id).map(\.end) == [.embedded])
        #expect(try await lab.index.leftOutFiles().isEmpty)
        #expect(try lab.files().count == 1)
    }

    @Test("that goes on after a restart leaves alone what has ended")
    func leavesEnded() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(3)))
        _ = try await lab.ledger.enter(.running, .started, of: sent.id, at: Date())
        let refused = JobFileEnding(
            ordinal: 0, end: .quarantined, code: "decode.damagedFrame", reason: "A frame is damaged.")
        _ = try await lab.ledger.end([refused], of: sent.id, at: Date())
        try await lab.jobs.runAll()
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .finished)
        #expect(job.counts.quarantined == 1)
        #expect(job.counts.embedded == 2)
        #expect(try await lab.index.clips().count == 2)
        #expect(try lab.files().count == 2)
    }

    @Test("that was cut short between its clips and its reports still stores the reports")
    func storesReports() async throws {
        let lab = try await JobLab(archive.workspace)
        let paths = [Fixtures.clip("a4c_ybr422_jpeg_30f.dcm"), try Fixtures.made("service/report.dcm")]
        _ = try await lab.send(paths: [paths[0]])
        try await lab.jobs.runAll()
        let sent = try await lab.send(paths: paths)
        _ = try await lab.ledger.enter(.running, .started, of: sent.id, at: Date())
        // As the ledger stands where every file has ended and the process was killed.
        _ = try await lab.ledger.end(
            [
                JobFileEnding(ordinal: 0, end: .duplicate, code: "index.duplicate", reason: "It is known."),
                JobFileEnding(ordinal: 1, end: .skipped, code: "decode.notAClip", reason: "It is none."),
            ], of: sent.id, at: Date())
        try await lab.jobs.runAll()
        let study = try #require(try await lab.index.clips().first).study
        #expect(try await lab.index.reportText(of: study)?.isEmpty == false)
        #expect(try lab.files().count == 1, "the report is in the index, not in the folder")
    }

    @Test("that failed keeps its files, and is tried again when asked")
    func retries() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        let report = IndexError.damaged(table: "clips", row: 3).report
        _ = try await lab.ledger.enter(.failed, .failed, of: sent.id, failure: report, at: Date())
        try await lab.jobs.runAll()
        let failed = try await lab.ledger.job(sent.id)
        #expect(failed.code == "index.damaged")
        #expect(try lab.files().count == 2)
        _ = try await lab.jobs.retry(sent.id)
        try await lab.jobs.runAll()
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .finished)
        #expect(job.code == nil)
        #expect(job.counts.embedded == 2)
    }

    @Test("whose manifest no longer reads fails, and stores no clip as if none had been sent")
    func damagedManifest() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(1)))
        let kept = "\(lab.folder.uploads)/\(sent.id.text)/manifest.json"
        try Data("no JSON".utf8).write(to: URL(filePath: kept))
        try await lab.jobs.runAll()
        let job = try await lab.ledger.job(sent.id)
        #expect(job.state == .failed)
        #expect(job.code == "jobs.damagedManifest")
        #expect(try await lab.index.clips().isEmpty)
        #expect(try lab.files().count == 2)
    }

    @Test("of which a file was taken away says so, and goes on")
    func lostFile() async throws {
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        try FileManager.default.removeItem(atPath: "\(lab.folder.uploads)/\(sent.id.text)/000000")
        try await lab.jobs.runAll()
        let files = try await lab.ledger.files(of: sent.id)
        #expect(files.map(\.end) == [.quarantined, .embedded])
        #expect(files[0].code == "jobs.lostFile")
    }
}
