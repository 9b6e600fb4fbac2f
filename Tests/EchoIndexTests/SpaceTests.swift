import EchoCore
import EchoIndex
import EchoTesting
import Testing

@Suite("Embedding spaces") struct SpaceTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test("are registered once a slot, and the same one again changes nothing")
    func sameAgain() async throws {
        let index = try await StudyIndex.open(at: scratch.path("i"), for: .write)
        let space = SyntheticArchive.space(.prompt, 8)
        try await index.registerSpace(space)
        try await index.registerSpace(space)
        #expect(try await index.spaces() == [space])
        try await index.registerSpace(SyntheticArchive.space(.similarity, 8))
        #expect(try await index.spaces().map(\.slot) == [.prompt, .similarity])
    }

    @Test("are refused with the settings that differ")
    func refusesAnother() async throws {
        let index = try await StudyIndex.open(at: scratch.path("i"), for: .write)
        try await index.registerSpace(SyntheticArchive.space(.prompt, 8))
        let other = SyntheticArchive.space(.prompt, 9, channels: .rgb)
        await #expect(throws: IndexError.mixedSpace(slot: .prompt, differing: [.channels, .dimension])) {
            try await index.registerSpace(other)
        }
        await #expect(throws: IndexError.mixedSpace(slot: .both, differing: [.slot])) {
            try await index.registerSpace(SyntheticArchive.space(.both, 8))
        }
    }

    @Test("of a model for both slots serve either")
    func both() async throws {
        let index = try await StudyIndex.open(at: scratch.path("i"), for: .write)
        let space = SyntheticArchive.space(.both, 8)
        try await index.registerSpace(space)
        for slot in ModelSlot.allCases { #expect(try await index.space(serving: slot) == space) }
        await #expect(throws: IndexError.mixedSpace(slot: .similarity, differing: [.slot])) {
            try await index.registerSpace(SyntheticArchive.space(.similarity, 8))
        }
    }

    @Test("of the same weights under another name are the same")
    func nameDoesNotMatter() async throws {
        let index = try await StudyIndex.open(at: scratch.path("i"), for: .write)
        let space = SyntheticArchive.space(.prompt, 8)
        try await index.registerSpace(space)
        var renamed = space.fingerprint
        renamed.model = "other name"
        try await index.registerSpace(EmbeddingSpace(slot: .prompt, fingerprint: renamed, dimension: 8))
        #expect(try await index.spaces() == [space])
    }

    @Test("must be registered before vectors are stored in them, and a refused batch stores nothing")
    func unregistered() async throws {
        let index = try await StudyIndex.open(at: scratch.path("i"), for: .write)
        let archive = SyntheticArchive(seed: 5, slot: .prompt)
        await #expect(throws: IndexError.noSpace(slot: .prompt)) {
            try await index.record([.embedded(try archive.clip(0))])
        }
        try await index.registerSpace(SyntheticArchive.space(.prompt, 16, channels: .rgb))
        await #expect(throws: IndexError.mixedSpace(slot: .prompt, differing: [.channels])) {
            try await index.record([.embedded(try archive.clip(0))])
        }
        #expect(try await index.clips().isEmpty)
    }
}
