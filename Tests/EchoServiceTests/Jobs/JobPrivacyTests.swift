import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("What a job leaves") struct JobPrivacyTests {
    /// Who the clips of `service/run` are of, as their headers say.
    static let canaries = ["PATIENT-1", "PATIENT-2", "ACC1", "ACC2", "1.2.826.0.1.3680043", "clip_0", "DOE"]

    @Test("names no patient in the ledger, in a name, or in an event")
    func namesNobody() async throws {
        let archive = try TestArchive()
        let lab = try await JobLab(archive.workspace)
        let text = Data("DOE JANE, PATIENT-1".utf8)
        let clips = try TestArchive.run().prefix(6).map { try Data(contentsOf: URL(filePath: $0)) }
        let sent = try await lab.send(clips + [text])
        var names = Set(try FileManager.default.subpathsOfDirectory(atPath: lab.folder.path))
        try await lab.jobs.runAll()
        let media = try ClipMedia(index: lab.index, folder: lab.folder)
        for clip in try await lab.index.clips().prefix(2) { _ = try await media.thumbnail(of: clip.id) }
        names.formUnion(try FileManager.default.subpathsOfDirectory(atPath: lab.folder.path))
        var texts = names.sorted()
        for try await event in lab.jobs.events(of: sent.id) {
            texts.append(String(decoding: try ResultCoding.encode(event), as: UTF8.self))
        }
        var bytes: [Data] = texts.map { Data($0.utf8) }
        for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
            bytes.append(FileManager.default.contents(atPath: "\(lab.folder.path)/\(name)") ?? Data())
        }
        #expect(bytes.reduce(0) { $0 + $1.count } > 10_000)
        for canary in Self.canaries {
            #expect(bytes.allSatisfy { $0.range(of: Data(canary.utf8)) == nil }, "\(canary)")
        }
    }

    @Test("goes with its study: originals, media, and the ledger's links")
    func removal() async throws {
        let archive = try TestArchive()
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: try TestArchive.run())
        try await lab.jobs.runAll()
        let media = try ClipMedia(index: lab.index, folder: lab.folder)
        let clips = try await lab.index.clips()
        for clip in clips { _ = try await media.thumbnail(of: clip.id) }
        let study = clips[0].study
        let own = clips.filter { $0.study == study }
        #expect((1..<10).contains(own.count))
        #expect(try lab.files().count == 20)
        let removal = StudyRemoval(index: lab.index, ledger: lab.ledger, folder: lab.folder)
        #expect(try await removal.remove(study, by: .local).clips == own.count)
        let files = try lab.files()
        #expect(files.count == 20 - 2 * own.count)
        for clip in own { #expect(!files.keys.contains { $0.contains(clip.contentHash.hex.prefix(32)) }) }
        let links = try await lab.ledger.files(of: sent.id)
        #expect(links.count { $0.clip == nil && $0.contentHash == nil } == own.count)
        #expect(!links.contains { $0.study == study })
        await #expect(throws: IndexError.notFound(.study)) { try await removal.remove(study, by: .local) }
        // Sent again, it is new.
        let again = try await lab.send(paths: try TestArchive.run())
        try await lab.jobs.runAll()
        #expect(try await lab.ledger.job(again.id).counts.embedded == own.count)
    }

    @Test("keeps the originals that a job needs until that job ends", arguments: [false, true])
    func removalBesidesJob(isCancelled: Bool) async throws {
        let archive = try TestArchive()
        let lab = try await JobLab(archive.workspace)
        let paths = try TestArchive.run()
        _ = try await lab.send(paths: paths)
        try await lab.jobs.runAll()
        let again = try await lab.send(paths: paths)
        // As a kill leaves it once the files, whose originals lay there, were taken in, and before any ended.
        _ = try await lab.ledger.enter(.running, .started, of: again.id, at: Date())
        let spool = "\(lab.folder.uploads)/\(again.id.text)"
        for ordinal in paths.indices {
            try FileManager.default.removeItem(atPath: "\(spool)/00000\(ordinal)")
        }
        let study = try #require(try await lab.index.clips().first).study
        let removal = StudyRemoval(index: lab.index, ledger: lab.ledger, folder: lab.folder)
        let own = try await removal.remove(study, by: .local).clips
        #expect(try lab.files().count == paths.count)
        if isCancelled { _ = try await lab.jobs.cancel(again.id) }
        try await lab.jobs.runAll()
        let job = try await lab.ledger.job(again.id)
        #expect(job.counts.embedded == (isCancelled ? 0 : own))
        #expect(job.counts.quarantined == 0)
        let clips = try await lab.index.clips()
        #expect(clips.count == (isCancelled ? paths.count - own : paths.count))
        #expect(Set(try lab.files().keys.map { "service/" + $0 }) == Set(clips.map(\.path)))
    }

    @Test("leaves no original of what a job stores while it is deleted")
    func removalWhileRunning() async throws {
        let archive = try TestArchive()
        let lab = try await JobLab(archive.workspace)
        let sent = try await lab.send(paths: try TestArchive.run())
        let removal = StudyRemoval(index: lab.index, ledger: lab.ledger, folder: lab.folder)
        let work = Task { try await lab.jobs.runAll() }
        var removed = 0
        for _ in 0..<10_000 {
            if try await lab.ledger.job(sent.id).state.isOver { break }
            for study in try await lab.index.studies() {
                removed += try await removal.remove(study.id, by: .local).clips
            }
        }
        try await work.value
        #expect(removed > 0)
        #expect(try await lab.ledger.job(sent.id).counts.embedded == 10)
        let clips = try await lab.index.clips()
        #expect(clips.count == 10 - removed)
        #expect(Set(try lab.files().keys.map { "service/" + $0 }) == Set(clips.map(\.path)))
        #expect(try await lab.index.verify().isSound)
    }

    @Test("lets no job fail that meets the same bytes again just when their study goes")
    func removalOfWhatIsSentAgain() async throws {
        let archive = try TestArchive()
        let lab = try await JobLab(archive.workspace)
        let paths = try TestArchive.run()
        _ = try await lab.send(paths: paths)
        try await lab.jobs.runAll()
        // Ten files that are known: each is looked up, and stored a little later.
        let again = try await lab.send(paths: paths)
        let removal = StudyRemoval(index: lab.index, ledger: lab.ledger, folder: lab.folder)
        let work = Task { try await lab.jobs.runAll() }
        for _ in 0..<10_000 {
            if try await lab.ledger.job(again.id).state.isOver { break }
            for study in try await lab.index.studies() { _ = try await removal.remove(study.id, by: .local) }
        }
        try await work.value
        let job = try await lab.ledger.job(again.id)
        #expect(job.state == .finished, "\(job.code ?? "")")
        #expect(job.counts.embedded + job.counts.duplicate == 10)
        #expect(try await lab.index.verify().isSound)
    }
}
