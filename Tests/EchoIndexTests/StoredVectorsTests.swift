import EchoCore
import EchoIndex
import EchoTesting
import Testing

@Suite("A study's vectors") struct StoredVectorsTests {
    @Test("are read together as they are one by one", arguments: [false, true])
    func equalsOneByOne(withFrames: Bool) async throws {
        let scratch = try ScratchFolder()
        let archive = SyntheticArchive(seed: 81)
        let index = try await archive.makeIndex(at: scratch.path("i"))
        try await index.record(try (0..<20).map { .embedded(try archive.clip($0)) })
        let given = try Dictionary(
            uniqueKeysWithValues: (0..<20).map {
                (archive.clipID($0), try archive.clip($0).vectors[0].frames)
            })
        // A clip without a vector in this space is not among them.
        let other = SyntheticArchive(seed: 82, slot: .prompt)
        try await index.registerSpace(other.space)
        var stranger = try other.clip(0)
        stranger.identity = try archive.clip(0).identity
        try await index.record([.embedded(stranger)])
        for study in try await index.studies() {
            let together = try await index.clipVectors(
                of: study.id, in: archive.space, withFrames: withFrames)
            let means = try await index.clipEmbeddings(of: study.id, in: archive.space, onlyUsable: false)
            #expect(together.map(\.clip) == means.map(\.clip) && together.count == 4)
            #expect(together.map(\.embedding) == means.map(\.embedding))
            for clip in together {
                let stored = try await index.clip(resolving: clip.clip.text)
                let frames = try #require(given[clip.clip])
                #expect(clip.kind == stored.classed.kind && clip.view == stored.view)
                #expect(clip.frames == (withFrames ? frames : []))
                #expect(clip.framesUsed == (withFrames ? stored.framesUsed : []))
            }
        }
    }

    @Test("are none for a study that is not there, and refused in another space")
    func refusals() async throws {
        let scratch = try ScratchFolder()
        let archive = SyntheticArchive(seed: 83)
        let index = try await archive.makeIndex(at: scratch.path("i"))
        #expect(
            try await index.clipVectors(of: StudyID("st-none"), in: archive.space, withFrames: true) == [])
        let other = SyntheticArchive.space(.similarity, 16, channels: .rgb)
        await #expect(throws: IndexError.mixedSpace(slot: .similarity, differing: [.channels])) {
            try await index.clipVectors(of: StudyID("st-none"), in: other, withFrames: true)
        }
    }
}
