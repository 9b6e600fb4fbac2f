import EchoCore
import EchoIndex
import EchoReading
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Clips that are not B-mode") struct KindTests {
    /// One study with two B-mode clips and one of each other kind, and a plain study beside it.
    private func filled() async throws -> TestArchive {
        let archive = try TestArchive([.frames: "all"])
        let clips = try TestArchive.run()
        let rows = [
            clips[0] + ",S,P", clips[1] + ",S,P", try Fixtures.made("service/color.dcm") + ",S,P",
            try Fixtures.made("service/spectral.dcm") + ",S,P",
            Fixtures.clip("plax_still_jpeglossless.dcm") + ",S,P", clips[4] + ",T,P", clips[5] + ",T,P",
        ]
        let table = try archive.scratch.write(
            (["path,study,patient"] + rows).joined(separator: "\n").utf8, to: "m.csv")
        let (summary, _) = try await archive.ingest([]) { $0.manifest = table }
        #expect((summary.embedded, summary.studies) == (7, 2))
        return archive
    }

    @Test("are embedded and tagged, and say why they are not used")
    func areTagged() async throws {
        let archive = try await filled()
        let clips = try await archive.reading { try await $0.clips() }
        let others = clips.filter { $0.classed.kind != .bMode }
        #expect(Set(others.map(\.classed.kind)) == [.color, .spectral, .still])
        #expect(others.count == 3)
        for clip in others {
            #expect(!clip.isUsable)
            #expect(clip.leftOutReason?.isEmpty == false)
        }
        #expect(clips.count { $0.isUsable } == 4)
    }

    @Test("stay out of the study's vector")
    func stayOutOfStudies() async throws {
        let archive = try await filled()
        try await archive.reading { index in
            let space = try await index.space(serving: .similarity)
            let study = try await index.study(resolving: "S")
            #expect((study.clipCount, study.usableClipCount) == (5, 2))
            let usable = try await index.clipEmbeddings(of: study.id, in: space, onlyUsable: true)
            let mean = try Embedding.mean(of: usable.map(\.embedding))
            let stored = try await index.studyEmbedding(of: study.id, in: space)
            #expect(usable.count == 2)
            #expect(try #require(stored).similarity(to: mean) > 0.99999)
        }
    }

    @Test("are named as left out by compare, estimate and draft")
    func areNamed() async throws {
        let archive = try await filled()
        let sections = try archive.workspace.reportSections()
        try await archive.reading { index in
            let others = Set(try await index.clips().filter { !$0.isUsable }.map(\.id))
            #expect(others.count == 3)
            let compared = try await CompareQuery().run("S", "T", in: index).answer
            #expect(Set(compared.leftOut.map(\.clip)) == others)
            #expect(compared.leftOut.allSatisfy { !$0.reason.isEmpty })
            let set = try await archive.workspace.promptSet(named: "ef", for: index)
            let estimates = try await EstimateQuery(set, options: EstimateOptions()).run(
                ["S"], in: index, workspace: archive.workspace
            ) { throw $1 }
            let estimate = estimates[0].answer
            #expect(Set(estimate.leftOut.map(\.clip)) == others)
            #expect(estimate.clips.count == 2)
            let draft = try await DraftQuery(sections: sections).run("S", in: index)
            #expect(Set(draft.leftOut.map(\.clip)) == others)
            #expect(draft.clipsUsed.count == 2)
        }
    }
}
