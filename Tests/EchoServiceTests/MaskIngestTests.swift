import EchoCore
import EchoIndex
import EchoReading
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("The sector mask in ingest") struct MaskIngestTests {
    @Test(
        "a sector that cannot be trusted quarantines the clip, and no mask embeds it under another fingerprint"
    )
    func failsClosed() async throws {
        let clip = try Fixtures.made("video/small.avi")
        let archive = try TestArchive([.frames: "reference"])
        let (summary, files) = try await archive.ingest([clip])
        #expect(files.map(\.state) == [.quarantined])
        #expect(files[0].code?.hasPrefix("encode.mask.") == true)
        #expect(files[0].reason?.isEmpty == false)
        #expect(summary.hasFailures)
        let stored = try await archive.reading { try await $0.leftOutFiles(in: .quarantined) }
        #expect(stored.map(\.reason) == files.map(\.reason))
        let bare = try TestArchive([.mask: "none", .frames: "reference"])
        #expect(try await bare.ingest([clip]).summary.embedded == 1)
        let masked = try archive.workspace.embedder().fingerprint
        let whole = try bare.workspace.embedder().fingerprint
        #expect(masked != whole)
        #expect(masked.mask == .auto)
        #expect(whole.mask == .none)
    }

    @Test("a quarantined DICOM file is forgotten with its study, whether tried again or not")
    func isForgottenWithItsStudy() async throws {
        let archive = try TestArchive()
        let refused = try Fixtures.made("dicom/rgb-odd-explicit.dcm")
        let clip = Fixtures.clip("a4c_mjpeg_120f.avi")
        let table = try archive.scratch.write(
            "path,study\n\(clip),1.2.826.0.1.3680043.10.1.2\n".utf8, to: "m.csv")
        let (summary, _) = try await archive.ingest([refused]) { $0.manifest = table }
        #expect((summary.embedded, summary.quarantined) == (1, 1))
        _ = try await archive.ingest([refused])
        let study = try await archive.reading { index in
            let study = try await index.study(resolving: "1.2.826.0.1.3680043.10.1.2")
            #expect(try await index.leftOutFiles().map(\.study) == [study.id])
            return study.id
        }
        let index = try await archive.workspace.openExistingIndex()
        #expect(try await index.delete(study: study).leftOut == 1)
        #expect(try await index.leftOutFiles().isEmpty)
        try await index.close()
    }

    @Test("a draft names its study's file that became no clip, by code and reason, and says no path")
    func isNamedByTheDraft() async throws {
        let archive = try TestArchive()
        let refused = try Fixtures.made("dicom/rgb-odd-explicit.dcm")
        let name = "1.2.826.0.1.3680043.10.1.2"
        let clip = Fixtures.clip("a4c_mjpeg_120f.avi")
        let copy = archive.scratch.path("copy.avi")
        try FileManager.default.copyItem(atPath: clip, toPath: copy)
        let table = try archive.scratch.write(
            "path,study\n\(clip),\(name)\n\(copy),\(name)\n".utf8, to: "m.csv")
        let (_, files) = try await archive.ingest([refused]) { $0.manifest = table }
        let lost = try #require(files.first { $0.state == .quarantined })
        let (code, reason) = (try #require(lost.code), try #require(lost.reason))
        let query = DraftQuery(sections: try archive.workspace.reportSections())
        let draft = try await archive.reading { try await query.run(name, in: $0) }
        #expect(draft.leftOut == [DraftExclusion(fileWith: code, reason: reason)])
        let line = "Left out: a file that became no clip (\(code)): \(reason)"
        #expect(draft.limitations.contains(line))
        #expect(draft.text.contains(line))
        #expect(try !draft.json().contains("rgb-odd-explicit"))
    }

    @Test("a short frame rule is surveyed on more frames: a test pattern stays out, a heart gets one mask")
    func surveysEnoughFrames() async throws {
        let pattern = try await TestArchive([.frames: "uniform:2"]).ingest([
            try Fixtures.made("video/long.avi")
        ])
        #expect(pattern.files.map(\.state) == [.quarantined])
        var coverages: Set<Double> = []
        for rule in ["uniform:1", "uniform:2", "paper"] {
            let archive = try TestArchive([.frames: rule])
            _ = try await archive.ingest([Fixtures.clip("a4c_mjpeg_120f.avi")])
            let clips = try await archive.reading { try await $0.clips() }
            coverages.formUnion(clips.compactMap(\.mask?.coverage))
        }
        #expect(coverages.count == 1, "\(coverages)")
    }

    @Test("an index filled with masked clips refuses unmasked ones and names what differs")
    func refusesMixing() async throws {
        let archive = try TestArchive()
        let clip = try TestArchive.run()[0]
        _ = try await archive.ingest([clip])
        let before = try await archive.content()
        for (flag, value) in [("--mask", "none"), ("--frames", "paper")] {
            let usual = flag == "--mask" ? ["--frames", "uniform:2"] : []
            let run = try BinaryRun(
                ["ingest", "--index", archive.scratch.path("index"), flag, value, clip] + usual)
            #expect(run.status == 78 || run.status == 65, "\(run.status): \(run.errors)")
            #expect(run.errors.contains(flag.dropFirst(2)), "\(run.errors)")
        }
        #expect(try await archive.content() == before)
    }

    @Test("a failed clip is tried again only where that is asked for")
    func triesAgain() async throws {
        let archive = try TestArchive([.frames: "reference"])
        let clip = try Fixtures.made("video/small.avi")
        let first = try await archive.ingest([clip])
        let second = try await archive.ingest([clip])
        #expect(second.files.map(\.reason) == first.files.map(\.reason))
        let third = try await archive.ingest([clip]) { $0.retriesLeftOut = true }
        #expect(third.files.map(\.code) == first.files.map(\.code))
    }

    @Test("other words in the banner change nothing that the model sees")
    func ignoresBanners() async throws {
        let vectors = try await embeddings(mask: "auto")
        #expect(vectors[0] == vectors[1])
        #expect(vectors[0].similarity(to: vectors[1]) >= 0.9999)
        let bare = try await embeddings(mask: "none")
        #expect(bare[0] != bare[1], "the banners would show without the mask")
    }

    private func embeddings(mask: String) async throws -> [Embedding] {
        let embedder = try TestArchive([.mask: mask, .frames: "all"]).workspace.embedder()
        var found: [Embedding] = []
        for name in ["a", "b"] {
            let outcome = try await embedder.embed(path: try Fixtures.made("service/banner_\(name).dcm"))
            guard case .embedded(let clip) = outcome else {
                Issue.record("banner_\(name): \(outcome)")
                continue
            }
            #expect(clip.classed.kind == .bMode)
            found.append(clip.embedding)
        }
        try #require(found.count == 2)
        return found
    }
}
