import EchoHTTP
import EchoService
import Testing

@Suite("The memory for bodies") struct BodyMemoryTests {
    @Test("is bounded over all requests, and free again when a request is over")
    func bounds() throws {
        let memory = BodyMemory(most: 100)
        let one = BodyMemory.Share(of: memory)
        try one.take(60)
        do {
            let other = BodyMemory.Share(of: memory)
            try other.take(40)
            #expect(throws: ServingError.busy(retryAfter: .seconds(1))) { try other.take(1) }
            #expect(throws: ServingError.busy(retryAfter: .seconds(1))) { try one.take(1) }
        }
        try one.take(40)
        #expect(throws: ServingError.self) { try one.take(1) }
    }
}
