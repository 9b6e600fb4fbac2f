import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("An upload", .serialized) struct UploadTests {
    let archive: TestArchive

    init() throws { archive = try TestArchive() }

    @Test("is hashed as it comes, and is on the disk byte for byte", arguments: UInt64(0)..<6)
    func isWhole(seed: UInt64) async throws {
        let lab = try await JobLab(archive.workspace)
        var random = SplitMix64(seed: seed)
        let upload = try await lab.jobs.beginUpload(by: .local)
        for ordinal in 0..<3 {
            let bytes = (0..<Int.random(in: 0...300_000, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(try await upload.beginFile() == ordinal)
            var place = 0
            while place < bytes.count {
                let end = min(bytes.count, place + Int.random(in: 1...90_000, using: &random))
                try await upload.write(bytes[place..<end])
                place = end
            }
            let file = try await upload.endFile()
            #expect(file.byteCount == bytes.count)
            #expect(try Data(contentsOf: URL(filePath: file.path)) == Data(bytes))
            #expect(try FileFacts(path: file.path).contentHash == file.contentHash)
            let facts = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((facts[.posixPermissions] as? NSNumber)?.int16Value == 0o600)
        }
        let job = try await upload.commit()
        #expect(job.id == upload.job)
        #expect(try await lab.ledger.files(of: job.id).count == 3)
    }

    @Test("with a manifest finds each line's file by its name, or by the end of its path")
    func manifestNames() async throws {
        let lab = try await JobLab(archive.workspace)
        let clips = try TestArchive.run().prefix(3).map { try Data(contentsOf: URL(filePath: $0)) }
        let sent = ["demo/one.dcm", "demo/sub/one.dcm", "demo/two.dcm"]
        let table = { (paths: [String]) in
            Data(("path,patient,study\n" + paths.map { "\($0),P,S-\($0)\n" }.joined()).utf8)
        }
        let upload = { (paths: [String], names: [String?]) async throws -> Job in
            let upload = try await lab.jobs.beginUpload(by: .local)
            for clip in clips.prefix(names.count) {
                _ = try await upload.beginFile()
                try await upload.write(clip)
                _ = try await upload.endFile()
            }
            try await upload.describe(table(paths), names: names)
            return try await upload.commit()
        }
        for (paths, problem, line) in [
            (["one.dcm"], "the path stands for 2 of the files that were sent, and one was expected", 2),
            (
                ["two.dcm", "none.dcm"],
                "the path stands for 0 of the files that were sent, and one was expected", 3
            ),
            (["b/two.dcm"], "the path stands for 0 of the files that were sent, and one was expected", 2),
            (["two.dcm", "./demo/two.dcm"], "the path's file has a line already", 3),
        ] {
            await #expect(throws: ServiceError.table(problem: problem, line: line)) {
                try await upload(paths, sent)
            }
        }
        let paths = ["/data/demo/one.dcm", "sub/one.dcm", "two.dcm"]
        _ = try await upload(paths, sent)
        try await lab.jobs.runAll()
        let stored = try await lab.index.studies()
        #expect(Set(stored.compactMap(\.studyKey)) == Set(paths.map { "S-\($0)" }))
        #expect(try lab.files().keys.allSatisfy { $0.hasPrefix("clips/") })
    }

    @Test("that is given up, dropped or empty leaves nothing")
    func leavesNothing() async throws {
        let lab = try await JobLab(archive.workspace)
        let given = try await lab.jobs.beginUpload(by: .local)
        _ = try await given.beginFile()
        try await given.write([1, 2, 3])
        #expect(try lab.files().count == 1)
        await given.abandon()
        await #expect(throws: JobError.abandoned) { try await given.beginFile() }
        await #expect(throws: JobError.abandoned) { try await given.commit() }
        do {
            let dropped = try await lab.jobs.beginUpload(by: .local)
            _ = try await dropped.beginFile()
        }
        let empty = try await lab.jobs.beginUpload(by: .local)
        await #expect(throws: JobError.noFile) { try await empty.commit() }
        for _ in 0..<100 where await lab.jobs.openUploads > 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(await lab.jobs.openUploads == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: lab.folder.uploads).isEmpty)
        #expect(try await lab.ledger.jobCount() == 0)
    }

    @Test("is bounded in files, bytes and number, and a refusal says when to come again")
    func bounds() async throws {
        var limits = JobLab.limits
        (limits.fileBytes, limits.bytesPerJob, limits.filesPerJob) = (1_000, 1_500, 2)
        (limits.openUploads, limits.jobsWaiting) = (2, 1)
        let lab = try await JobLab(archive.workspace, limits: limits)
        let kilobyte = [UInt8](repeating: 7, count: 1_000)
        let long = try await lab.jobs.beginUpload(by: .local)
        _ = try await long.beginFile()
        try await long.write(kilobyte)
        await #expect(throws: JobError.fileTooLarge(limit: 1_000)) { try await long.write([1]) }
        await #expect(throws: JobError.abandoned) { try await long.write([1]) }
        let heavy = try await lab.jobs.beginUpload(by: .local)
        _ = try await heavy.beginFile()
        try await heavy.write(kilobyte)
        _ = try await heavy.endFile()
        _ = try await heavy.beginFile()
        await #expect(throws: JobError.jobTooLarge(limit: 1_500)) { try await heavy.write(kilobyte) }
        let many = try await lab.jobs.beginUpload(by: .local)
        for _ in 0..<2 {
            _ = try await many.beginFile()
            _ = try await many.endFile()
        }
        await #expect(throws: JobError.tooManyFiles(limit: 2)) { try await many.beginFile() }
        let open = [try await lab.jobs.beginUpload(by: .local), try await lab.jobs.beginUpload(by: .local)]
        let refused = await #expect(throws: JobError.self) { try await lab.jobs.beginUpload(by: .local) }
        #expect(refused?.report.kind == .busy)
        #expect((refused?.retryAfter ?? .zero) >= .seconds(1))
        for upload in open { await upload.abandon() }
        _ = try await lab.send([Data([1])])
        let waiting = await #expect(throws: JobError.self) { try await lab.jobs.beginUpload(by: .local) }
        #expect(waiting?.report.kind == .busy)
    }

    @Test("is refused beyond the number that may be open, also where all come at once")
    func allAtOnce() async throws {
        var limits = JobLab.limits
        limits.openUploads = 3
        let lab = try await JobLab(archive.workspace, limits: limits)
        let (jobs, count) = (lab.jobs, 50)
        let opened = await withTaskGroup(of: JobUpload?.self) { group in
            for _ in 0..<count { group.addTask { try? await jobs.beginUpload(by: .local) } }
            var opened: [JobUpload] = []
            for await upload in group { if let upload { opened.append(upload) } }
            return opened
        }
        #expect(opened.count == 3)
        for upload in opened { await upload.abandon() }
    }

    @Test("is refused where the disk would be left with too little")
    func noSpace() async throws {
        var limits = JobLab.limits
        limits.freeBytes = 1 << 60
        let lab = try await JobLab(archive.workspace, limits: limits)
        let upload = try await lab.jobs.beginUpload(by: .local)
        let refused = await #expect(throws: JobError.self) { try await upload.beginFile() }
        #expect(refused?.report.code == "jobs.noSpace")
        #expect(try FileManager.default.contentsOfDirectory(atPath: lab.folder.uploads).isEmpty)
    }

    @Test("onto a full disk is a typed error and leaves nothing; what was acknowledged before stays")
    func fullDisk() async throws {
        let (index, models) = (archive.scratch.path("index"), try TinyModel.models())
        await #expect(processExitsWith: .exitCode(7)) {
            [index = index as String, models = models as String] in
            let lab = try await JobLab(JobLab.workspace(index: index, models: models))
            _ = try await lab.send([Data("first".utf8)])
            signal(SIGXFSZ, SIG_IGN)
            var size = rlimit(rlim_cur: 400_000, rlim_max: 400_000)
            setrlimit(__rlimit_resource_t(1), &size)
            do { _ = try await lab.send([Data(count: 1_000_000)]) } catch JobError.diskFull { exit(7) }
        }
        let lab = try await JobLab(archive.workspace)
        let jobs = try await lab.ledger.jobs()
        #expect(jobs.map(\.state) == [.queued])
        let names = try FileManager.default.contentsOfDirectory(atPath: lab.folder.uploads)
        #expect(names == jobs.map(\.id.text), "what was not acknowledged is removed at the next start")
    }
}
