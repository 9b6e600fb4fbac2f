import EchoCore
import EchoTesting
import Testing

@Suite("Embedding") struct EmbeddingTests {
    @Test("does not depend on the projection's scale", arguments: UInt64(0)..<100)
    func isScaleFree(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let projection = (0..<512).map { _ in Float.random(in: -1...1, using: &random) }
        let scaled = try Embedding(normalizing: projection.map { $0 * 40 })
        #expect(try Embedding(normalizing: projection).similarity(to: scaled) > 0.99999)
    }

    @Test("has unit length", arguments: UInt64(0)..<100)
    func isUnit(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let embedding = try Embedding(
            normalizing: (0..<512).map { _ in Float.random(in: -9...9, using: &random) })
        #expect(abs(embedding.similarity(to: embedding) - 1) < 1e-5)
    }

    @Test("refuses a projection with no direction", arguments: [[0, 0], [.nan, 1], [.infinity, 1]] as [[Float]])
    func refusesNoDirection(projection: [Float]) {
        #expect(throws: EmbeddingError.noDirection(dimension: 2)) {
            try Embedding(normalizing: projection)
        }
    }

    @Test("refuses a stored vector that has lost its length")
    func refusesNotUnit() {
        #expect(throws: EmbeddingError.notUnit(norm: 2)) { try Embedding(stored: [2, 0]) }
    }

    @Test("a mean is normalized again and lies between its parts")
    func mean() throws {
        let mean = try Embedding.mean(of: [
            Embedding(normalizing: [1, 0]), Embedding(normalizing: [0, 1]),
        ])
        #expect(abs(mean.values[0] - 0.70710677) < 1e-6 && abs(mean.values[1] - 0.70710677) < 1e-6)
    }

    @Test("a mean of nothing, or of opposites, is refused")
    func meanRefusals() throws {
        #expect(throws: EmbeddingError.nothingToAverage) { try Embedding.mean(of: []) }
        let opposites = try [Embedding(normalizing: [1, 0]), Embedding(normalizing: [-1, 0])]
        #expect(throws: EmbeddingError.noDirection(dimension: 2)) { try Embedding.mean(of: opposites) }
    }
}
