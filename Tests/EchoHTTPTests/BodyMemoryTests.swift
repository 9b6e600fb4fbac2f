import EchoHTTP
import EchoService
import Foundation
import HTTPTypes
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

    @Test("is what a request's body takes from, and who finds it full comes again")
    func request() async throws {
        let lab = try await ServiceLab(patients: 1, bodies: 1_000)
        func search(_ characters: Int) async throws -> ServiceLab.Answer {
            try await lab.post("/v1/search", #"{"text":"\#(String(repeating: "a", count: characters))"}"#)
        }
        let refused = try await search(1_000)
        #expect(refused.status == 429, "\(refused.text)")
        #expect(refused.headers[.retryAfter] != nil)
        // Each of them gives back what it took.
        for _ in 0..<4 { #expect(try await search(900).status == 200) }
    }
}
