import EchoHTTP
import EchoService
import Testing

@Suite("A crowd of questions") struct CrowdTests {
    @Test("lets in as many as there is room for, refuses the next, and has room again when one leaves")
    func bounds() async throws {
        let crowd = Crowd(most: 3)
        let (gate, open) = AsyncStream<Void>.makeStream()
        let (entered, enter) = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    try await crowd.within {
                        enter.yield()
                        for await _ in gate { break }
                    }
                }
            }
            var inside = entered.makeAsyncIterator()
            for _ in 0..<3 { await inside.next() }
            await #expect(throws: ServingError.busy(retryAfter: .seconds(1))) { try await crowd.within {} }
            open.finish()
            try await group.waitForAll()
        }
        #expect(try await crowd.within { 7 } == 7)
    }

    @Test("an answer that fails leaves its place")
    func failure() async throws {
        let crowd = Crowd(most: 1)
        for _ in 0..<3 {
            await #expect(throws: ServingError.unsound) {
                try await crowd.within { throw ServingError.unsound }
            }
        }
    }
}
