import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Testing

@Suite("Search by a clip of the index") struct LikeClipTests {
    @Test("leaves the clip itself out of its results, whatever else is filtered", arguments: [true, false])
    func leavesItselfOut(everyKind: Bool) async throws {
        let archive = try TestArchive()
        _ = try await archive.ingest(try TestArchive.run())
        try await archive.reading { index in
            let clip = try #require(try await index.clips().first).id
            var filter = SearchFilter()
            if everyKind { filter.kinds = SearchFilter.everyKind }
            let found = try await SearchQuery(.like(clip.text), page: Page(limit: 20), filter: filter).run(
                in: index, workspace: archive.workspace)
            #expect(found.results.count == 9)
            #expect(!found.results.contains { $0.clip == clip })
            #expect(found.considered == 9)
        }
    }
}
