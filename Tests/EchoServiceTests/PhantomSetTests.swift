import EchoCore
import EchoDecode
import EchoExport
import EchoIndex
import EchoPhantom
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Simulated sets") struct PhantomSetTests {
    @Test("hold each view, one or two clips with color and a still for every study")
    func counts() async throws {
        let scratch = try ScratchFolder()
        let summary = try await PhantomSets.write(PhantomSets.small(.mixed), to: scratch.path("set"))
        #expect((summary.patients, summary.studies, summary.kept) == (1, 2, 0))
        #expect((8...10).contains(summary.clips))
        #expect(!summary.interrupted)
        let records = try PhantomSets.records(scratch.path("set/truth.ndjson"))
        let clips = records.filter { $0["record"] as? String == "clip" }
        #expect(clips.count == summary.clips)
        let studies = Dictionary(grouping: clips) { $0["study"] as? String }
        #expect(studies.count == 2)
        for clips in studies.values {
            let kinds = Dictionary(grouping: clips) { $0["kind"] as? String }.mapValues(\.count)
            #expect(kinds["b-mode"] == 2 && kinds["still"] == 1)
            #expect((1...2).contains(kinds["color"] ?? 0))
        }
        for clip in clips {
            let path = try #require(clip["path"] as? String)
            let reader = try ClipReader(
                DecodeRequest(path: scratch.path("set/\(path)"), frames: .uniform(count: 1)))
            let frames = try #require(clip["frames"] as? [[String: Any]])
            #expect(reader.clip.frameCount == frames.count)
            for (found, frame) in zip(reader.clip.frameTimes, frames) {
                #expect(abs(found - (frame["time"] as? Double ?? -1)) < 1)
            }
        }
    }

    @Test(
        "hold all views of a study unless told otherwise, in files that DCMTK, dciodvfy and pydicom take",
        arguments: [PhantomFormat.dicom, .uncompressed])
    func areValid(format: PhantomFormat) async throws {
        let scratch = try ScratchFolder()
        var options = PhantomSetOptions(patients: 1, studies: 2...2, seed: 6, format: format)
        (options.size, options.frames) = (224, 3)
        _ = try await PhantomSets.write(options, to: scratch.path("set"))
        let clips = try PhantomSets.records(scratch.path("set/truth.ndjson"))
            .filter { $0["record"] as? String == "clip" }
        for clips in Dictionary(grouping: clips, by: { $0["study"] as? String }).values {
            let views = Set(clips.compactMap { $0["view"] as? String })
            #expect(views == Set(EchoView.allCases.map(\.rawValue)))
        }
        let script = Fixtures.root.appending(path: "Tests/EchoServiceTests/Peers/read_dicom.py").path
        let paths = try clips.map { scratch.path("set/" + (try #require($0["path"] as? String))) }
        for path in paths {
            #expect(try Peer("dcmftest", [path]).output.hasPrefix("yes:"))
            let complaints = try Peer("dciodvfy", ["-new", path]).output.split(separator: "\n")
                .filter { $0.hasPrefix("Error") }
            #expect(complaints.isEmpty, "\(complaints)")
        }
        let read = try Peer(Peer.python, [script] + paths)
        #expect(read.status == 0, "\(read.output)")
        #expect(read.output.split(separator: "\n").last == "\(paths.count) files")
    }

    @Test("start with a record of the set, then each study before its clips")
    func truth() async throws {
        let scratch = try ScratchFolder()
        _ = try await PhantomSets.write(PhantomSets.small(.avi), to: scratch.path("set"))
        let records = try PhantomSets.records(scratch.path("set/truth.ndjson"))
        let set = try #require(records.first)
        #expect(set["record"] as? String == "set")
        #expect(set["simulated"] as? Bool == true)
        #expect(set["seed"] as? Int == 5 && set["patients"] as? Int == 1)
        var study: String?
        for record in records.dropFirst() {
            switch record["record"] as? String {
            case "study":
                study = record["study"] as? String
                #expect(record["patient_studies"] as? Int == 2)
                #expect((record["findings"] as? [String: Any])?["ejection_fraction"] as? Double != nil)
            default: #expect(record["study"] as? String == study)
            }
        }
    }

    @Test("are the same bytes on one thread and on three")
    func determinism() async throws {
        let scratch = try ScratchFolder()
        let options = PhantomSets.small(.mixed, seed: 11)
        _ = try await PhantomSets.write(options, to: scratch.path("one"), threads: 1)
        _ = try await PhantomSets.write(options, to: scratch.path("three"), threads: 3)
        let one = try PhantomSets.files(of: scratch.path("one"))
        #expect(one.count > 8)
        #expect(try PhantomSets.files(of: scratch.path("three")) == one)
    }

    @Test("go on where a run stopped, and keep what is whole")
    func resume() async throws {
        let scratch = try ScratchFolder()
        let options = PhantomSets.small(.dicom)
        let first = try await PhantomSets.write(options, to: scratch.path("set"))
        let whole = try PhantomSets.files(of: scratch.path("set"))
        let lost = try #require(whole.keys.filter { $0.hasSuffix(".dcm") }.sorted().last)
        for name in [lost, "truth.ndjson", "manifest.csv", "reports.csv"] {
            try FileManager.default.removeItem(atPath: scratch.path("set/\(name)"))
        }
        let second = try await PhantomSets.write(options, to: scratch.path("set"))
        #expect(second.kept == first.clips - 1)
        #expect(try PhantomSets.files(of: scratch.path("set")) == whole)
    }

    @Test("stop when cancelled, without tables, and go on after")
    func cancelled() async throws {
        let scratch = try ScratchFolder()
        let options = PhantomSets.small(.mp4)
        let folder = scratch.path("set")
        let task = Task {
            try await PhantomSet(options, threads: 1).write(to: folder) { event in
                if case .done(clips: 2) = event { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        let stopped = try await task.value
        #expect(stopped.interrupted)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("set/manifest.csv")))
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
        #expect(!names.contains { $0.contains(".part-") }, "\(names)")
        let whole = try await PhantomSets.write(options, to: folder)
        #expect(!whole.interrupted && whole.kept >= 2)
        _ = try await PhantomSets.write(options, to: scratch.path("straight"))
        #expect(try PhantomSets.files(of: folder) == PhantomSets.files(of: scratch.path("straight")))
    }

    @Test("refuse a folder of something else, and a set of other parameters")
    func refusals() async throws {
        let scratch = try ScratchFolder()
        _ = try scratch.write("mine".utf8, to: "full/note.txt")
        await #expect(throws: PhantomError.notEmpty) {
            try await PhantomSets.write(PhantomSets.small(.avi), to: scratch.path("full"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("full")) == ["note.txt"])
        var options = PhantomSets.small(.avi)
        options.studies = 1...1
        options.views = [.apicalFourChamber]
        _ = try await PhantomSets.write(options, to: scratch.path("set"))
        options.seed += 1
        await #expect(throws: PhantomError.otherSet) {
            try await PhantomSets.write(options, to: scratch.path("set"))
        }
        #expect(throws: PhantomError.parameter(name: "--size", found: "97", expected: "an even number")) {
            options.size = 97
            _ = try PhantomSet(options, threads: 1)
        }
        #expect(throws: PhantomError.parameter(name: "--studies", found: "12", expected: "1 to 9")) {
            options.studies = 3...12
            try options.check()
        }
    }

    @Test("are taken in by their manifest, with reports, days and views")
    func ingested() async throws {
        let archive = try TestArchive()
        let folder = archive.scratch.path("set")
        var options = PhantomSets.small(.mixed, seed: 8)
        (options.patients, options.studies) = (2, 1...2)
        let made = try await PhantomSets.write(options, to: folder)
        let (summary, files) = try await archive.ingest([folder]) { $0.manifest = folder + "/manifest.csv" }
        #expect(summary.embedded == made.clips, "\(files.compactMap(\.reason))")
        #expect((summary.quarantined, summary.studies) == (0, made.studies))
        #expect((summary.reports, summary.sharedUids, summary.patientConflicts) == (made.studies, 0, 0))
        #expect(!summary.hasFailures)
        let truth = try PhantomSets.records(folder + "/truth.ndjson")
        let clips = try await archive.reading { try await $0.clips() }
        let views = Set(truth.compactMap { $0["view"] as? String })
        #expect(Set(clips.compactMap(\.view)) == views)
        let studies = try await archive.reading { try await $0.studies() }
        let dates = Set(truth.filter { $0["record"] as? String == "study" }.map { $0["date"] as? String })
        #expect(Set(studies.map { $0.date?.description }) == dates)
        let stills = truth.filter { $0["kind"] as? String == "still" }.count
        #expect(files.filter { $0.kind == .still }.count == stills)
    }
}
