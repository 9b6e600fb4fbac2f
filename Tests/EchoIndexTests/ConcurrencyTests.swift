import EchoCore
import EchoIndex
import EchoTesting
import Testing

@Suite("Readers beside a writer") struct ConcurrencyTests {
    @Test("see whole batches only, in growing numbers")
    func seeWholeBatches() async throws {
        let scratch = try ScratchFolder()
        let archive = SyntheticArchive(seed: 71)
        let path = scratch.path("i")
        let writer = try await archive.makeIndex(at: path)
        var request = SearchRequest(
            query: try archive.clip(0).vectors[0].clip, space: archive.space, level: .clip)
        request.filter.kinds = SearchFilter.everyKind
        let asked = request
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for start in stride(from: 0, to: 200, by: 8) {
                    try await writer.record(
                        try (start..<(start + 8)).map { .embedded(try archive.clip($0)) })
                }
            }
            for _ in 0..<3 {
                group.addTask {
                    let reader = try await StudyIndex.open(at: path, for: .read)
                    var seen = 0
                    while seen < 200 {
                        let result = try await reader.search(asked)
                        #expect(result.considered.isMultiple(of: 8) && result.considered >= seen)
                        #expect(result.hits.count == min(10, result.considered))
                        seen = result.considered
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await writer.verify().isSound)
    }
}
