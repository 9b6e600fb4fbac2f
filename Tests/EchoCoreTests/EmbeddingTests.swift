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

    @Test("is as similar as the plain sum says, either way round, in any dimension", arguments: 1..<80)
    func similarityIsTheSum(dimension: Int) throws {
        var random = SplitMix64(seed: UInt64(dimension))
        let pair = try (0..<2).map { _ in
            try Embedding(normalizing: (0..<dimension).map { _ in Float.random(in: -1...1, using: &random) })
        }
        let sum = zip(pair[0].values, pair[1].values).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        #expect(abs(Double(pair[0].similarity(to: pair[1])) - sum) < 1e-7)
        #expect(pair[0].similarity(to: pair[1]) == pair[1].similarity(to: pair[0]))
    }

    @Test("takes less than half of the plain sum's time")
    func similarityIsFast() throws {
        var random = SplitMix64(seed: 5)
        let many = try (0..<64).map { _ in
            try Embedding(normalizing: (0..<512).map { _ in Float.random(in: -1...1, using: &random) })
        }
        func plain(_ one: Embedding, _ other: Embedding) -> Float {
            var sum = 0.0
            for axis in one.values.indices { sum += Double(one.values[axis]) * Double(other.values[axis]) }
            return Float(sum)
        }
        func fastest(_ score: (Embedding, Embedding) -> Float) -> Duration {
            (0..<15).map { _ in
                ContinuousClock().measure {
                    var sum: Float = 0
                    for one in many { for other in many { sum += score(one, other) } }
                    #expect(sum > 0)
                }
            }.min() ?? .zero
        }
        #expect(fastest { $0.similarity(to: $1) } < fastest(plain) / 2)
    }

    @Test(
        "refuses a projection with no direction",
        arguments: [[0, 0], [.nan, 1], [.infinity, 1]] as [[Float]])
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
