import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("A backup of a server's index") struct BackupTests {
    let archive: TestArchive
    private var scratch: ScratchFolder { archive.scratch }

    init() throws { archive = try TestArchive() }

    /// The same settings over another folder.
    private func workspace(_ name: String) throws -> Workspace {
        JobLab.workspace(index: scratch.path(name), models: try TinyModel.models())
    }

    /// What was acknowledged when a backup began.
    private struct Made {
        let name: String
        let verdicts: Int
        let jobs: [JobID]
    }

    /// Takes clips in while verdicts are written and backups made.
    private func backups(_ lab: JobLab) async throws -> [Made] {
        let clips = try TestArchive.run()
        _ = try await lab.send(paths: [clips[0]])
        try await lab.jobs.runAll()
        let study = try #require(try await lab.index.clips().first?.study)
        let run = Task { try await lab.jobs.run() }
        var made: [Made] = []
        for (round, path) in clips.dropFirst().enumerated() {
            _ = try await lab.send(paths: [path])
            _ = try await lab.ledger.recordVerdict(
                .confirmed, on: study, promptSet: "p", note: "\(round)", by: .local, at: Date())
            guard round % 2 == 0 else { continue }
            let jobs = try await lab.ledger.jobs().map(\.id)
            _ = try await archive.workspace.backup(to: scratch.path("backup-\(round)"))
            made.append(Made(name: "backup-\(round)", verdicts: round + 1, jobs: jobs))
        }
        run.cancel()
        try await run.value
        return made
    }

    @Test(
        "made while jobs run loses nothing acknowledged, and what was not done goes on where it is restored")
    func whileWriting() async throws {
        let lab = try await JobLab(archive.workspace)
        let made = try await backups(lab)
        try await lab.close()
        #expect(made.count == 5)
        for each in made {
            let place = try workspace("restored-\(each.name)")
            _ = try await place.restore(from: scratch.path(each.name))
            let restored = try await JobLab(place)
            #expect(try await restored.ledger.verdicts(onlyLatest: false).count == each.verdicts)
            #expect(Set(try await restored.ledger.jobs().map(\.id)) == Set(each.jobs))
            try await restored.jobs.runAll()
            for job in try await restored.ledger.jobs() {
                #expect(job.state == .finished)
                #expect(try await restored.ledger.files(of: job.id).map(\.end) == [.embedded], "\(each.name)")
            }
            let clips = try await restored.index.clips()
            #expect(clips.count == each.jobs.count)
            for clip in clips {
                let facts = try FileFacts(path: place.settings.index + "/" + clip.path)
                #expect(facts.contentHash == clip.contentHash)
            }
            #expect(try await restored.index.verify().isSound)
            try await restored.close()
        }
    }

    @Test(
        "brings back verdicts, edited drafts, keys, the trail and what waits, byte for byte where nothing runs"
    )
    func wholeState() async throws {
        let lab = try await JobLab(archive.workspace)
        _ = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        try await lab.jobs.runAll()
        let studies = Set(try await lab.index.clips().map(\.study))
        for study in studies {
            _ = try await lab.ledger.recordVerdict(
                .unsure, on: study, promptSet: "pacemaker", note: "a note", by: .local, at: Date())
            _ = try await lab.ledger.recordEdit(of: "a", to: "b", study: study, by: .local, at: Date())
        }
        let key = try await lab.ledger.createKey(name: "room", scope: .read, at: Date())
        let waiting = try await lab.send(paths: [try TestArchive.run()[2]])
        let before = try await lab.ledger.verdicts()
        let trail = try await lab.ledger.verifyAudit()
        let made = try await archive.workspace.backup(to: scratch.path("b"))
        #expect(made.service?.originals == 2 && made.service?.uploads == 1 && made.service?.missing == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("b/service")).sorted()
        #expect(names == ["clips", "ledger.sqlite", "manifest.json", "media", "uploads"])
        let place = try workspace("r")
        #expect(try await place.restore(from: scratch.path("b")) == made)
        let restored = try await JobLab(place)
        #expect(try await restored.ledger.verdicts() == before)
        for study in studies { #expect(try await restored.ledger.edits(of: study).map(\.edited) == ["b"]) }
        #expect(try await restored.ledger.authenticate(key.secret, at: Date())?.id == key.key.id)
        #expect(try await restored.ledger.verifyAudit().head == trail.head)
        #expect(try restored.files() == lab.files())
        #expect(try await restored.index.contentDigest() == lab.index.contentDigest())
        try await restored.jobs.runAll()
        #expect(try await restored.ledger.job(waiting.id).state == .finished)
        try await restored.close()
        try await lab.close()
    }

    @Test(
        "is refused where a file is not what it was, and what was there stays",
        arguments: ["ledger.sqlite", "clips"])
    func damaged(part: String) async throws {
        let lab = try await JobLab(archive.workspace)
        _ = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        try await lab.jobs.runAll()
        _ = try await archive.workspace.backup(to: scratch.path("b"))
        let (digest, head) = (try await lab.index.contentDigest(), try await lab.ledger.verifyAudit().head)
        try await lab.close()
        let folder = scratch.path("b/service")
        let name = try #require(
            try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
                .last { $0.hasPrefix(part) && URL(filePath: $0).pathExtension != "" })
        let file = URL(filePath: folder + "/" + name)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        await #expect(throws: IndexError.damagedBackup) {
            try await archive.workspace.restore(from: scratch.path("b"), force: true)
        }
        let same = try await JobLab(archive.workspace)
        #expect(try await same.index.contentDigest() == digest)
        #expect(try await same.ledger.verifyAudit().head == head)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: same.folder.index).count {
                $0.contains(".new.")
            } == 0)
        try await same.close()
    }

    @Test("without originals leaves those that are there, and says which of them are missing otherwise")
    func withoutOriginals() async throws {
        let lab = try await JobLab(archive.workspace)
        _ = try await lab.send(paths: Array(try TestArchive.run().prefix(2)))
        try await lab.jobs.runAll()
        let small = try await archive.workspace.backup(to: scratch.path("small"), withOriginals: false)
        #expect(small.service?.originals == nil)
        let files = try lab.files()
        try await lab.close()
        _ = try await archive.workspace.restore(from: scratch.path("small"), force: true)
        let same = try await JobLab(archive.workspace)
        #expect(try same.files() == files)
        let clip = try #require(try await same.index.clips().first)
        try await same.close()
        try FileManager.default.removeItem(atPath: same.folder.index + "/" + clip.path)
        let partial = try await archive.workspace.backup(to: scratch.path("partial"))
        #expect(partial.service?.originals == 1 && partial.service?.missing == 1)
    }

    @Test("is not made over a server that works, and holds nothing of a study that was deleted")
    func rules() async throws {
        let lab = try await JobLab(archive.workspace)
        _ = try await lab.send(paths: [try TestArchive.run()[0]])
        try await lab.jobs.runAll()
        // As a deletion that falls between the copies of ledger and index leaves it.
        _ = try await lab.ledger.recordVerdict(
            .unsure, on: StudyID("st-gone"), promptSet: "p", note: "CANARY", by: .local, at: Date())
        _ = try await archive.workspace.backup(to: scratch.path("b"))
        let bytes = try Data(contentsOf: URL(filePath: scratch.path("b/service/ledger.sqlite")))
        #expect(bytes.range(of: Data("CANARY".utf8)) == nil)
        await #expect(throws: IndexError.busy) {
            try await archive.workspace.restore(from: scratch.path("b"), force: true)
        }
        try await lab.close()
    }
}
