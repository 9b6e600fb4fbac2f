import EchoCore
import EchoReading
import EchoTesting
import Foundation
import Testing

@Suite("Motion readout") struct MotionReadoutTests {
    /// The recipe's vectors and readout; see `Golden/phantom/make_phantom_golden.py` of the encoder's tests.
    private struct Golden: Decodable {
        let pictures: [[Float]]
        let features: [Float]
        let readout: Float
    }

    private static let folder = Fixtures.root.appending(path: "Tests/EchoEncodeTests/Golden/phantom")

    private static func golden() throws -> (vectors: Golden, readout: MotionReadout) {
        let decoder = JSONDecoder()
        let vectors = try decoder.decode(
            Golden.self, from: Data(contentsOf: folder.appending(path: "vectors.json")))
        let file = try decoder.decode(
            MotionReadouts.self,
            from: Data(contentsOf: folder.appending(path: "tiny-phantom/readouts.json")))
        return (vectors, try #require(try file.readout(named: "ef", dimension: 16)))
    }

    private static func readout(
        _ layers: [MotionLayer], minimum: Float = -100, maximum: Float = 100, leastFrames: Int = 2,
        views: [String] = []
    ) -> MotionReadout {
        MotionReadout(
            name: "ef", title: "", unit: "%", minimum: minimum, maximum: maximum, views: views,
            leastFrames: leastFrames, layers: layers, weights: ContentHash(digest: [UInt8](0..<32)),
            source: "test", dataSet: "test", date: "2026-11-22", validation: nil)
    }

    @Test("gives the recipe's number for the recipe's vectors")
    func parity() throws {
        let (vectors, readout) = try Self.golden()
        let frames = try vectors.pictures.map { try Embedding(normalizing: $0) }
        let features = MotionReadout.features(frames.map(\.values))
        let worst = zip(features, vectors.features).map { abs($0 - $1) }.max() ?? .infinity
        #expect(features.count == 32)
        #expect(worst < 1e-6)
        let value = try readout.value(frames: frames)
        #expect(abs(value - vectors.readout) < 1e-3, "\(value), torch \(vectors.readout)")
    }

    @Test("takes means before deviations, and deviations over all frames, not one fewer")
    func byHand() throws {
        // Unit vectors (1, 0) and (0, 1): means 1/2, 1/2, deviations 1/2, 1/2.
        let frames = [try Support.embedding(1, 0), try Support.embedding(0, 1)]
        let layer = MotionLayer(weights: [1, 10, 100, 1000], bias: [0.25])
        let value = try Self.readout([layer], maximum: 10_000).value(frames: frames)
        #expect(value == 555.75)
    }

    @Test("sets negative values between layers to zero, and none after the last")
    func rectifies() throws {
        let frames = [try Support.embedding(1, 0), try Support.embedding(1, 0)]
        let first = MotionLayer(weights: [1, 0, 0, 0, -1, 0, 0, 0], bias: [0, 0])
        let last = MotionLayer(weights: [-3, 5], bias: [0])
        #expect(try Self.readout([first, last]).value(frames: frames) == -3)
    }

    @Test("stays within its range", arguments: [(Float(-900), Float(5)), (900, 85), (40, 40)])
    func clamps(bias: Float, expected: Float) throws {
        let layer = MotionLayer(weights: [0, 0, 0, 0], bias: [bias])
        let frames = [try Support.embedding(1, 0), try Support.embedding(0, 1)]
        #expect(try Self.readout([layer], minimum: 5, maximum: 85).value(frames: frames) == expected)
    }

    @Test("does not depend on the frames' order", arguments: UInt64(0)..<20)
    func isOrderFree(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let frames = try (0..<9).map { _ in try Support.embedding(&random) }
        let weights = (0..<16).map { _ in Float.random(in: -5...5, using: &random) }
        let readout = Self.readout([MotionLayer(weights: weights, bias: [1])])
        let value = try readout.value(frames: frames)
        #expect(abs(try readout.value(frames: frames.reversed()) - value) < 1e-4)
    }

    @Test("refuses what it cannot read", arguments: [1, 3])
    func refuses(dimension: Int) throws {
        let readout = Self.readout([MotionLayer(weights: [0, 0, 0, 0], bias: [0])])
        let frame = try Embedding(normalizing: [Float](repeating: 1, count: dimension))
        #expect(throws: ReadingError.noFrames) { try readout.value(frames: []) }
        let problem = ReadoutProblem.layer(place: 0, found: 4, expected: 2 * dimension)
        #expect(throws: ReadingError.readout(name: "ef", problem: problem)) {
            try readout.value(frames: [frame])
        }
        #expect(throws: ReadingError.dimension(found: 2, expected: dimension)) {
            try readout.value(frames: [frame, try Support.embedding(1, 0)])
        }
    }

    @Test("is refused with what breaks a rule")
    func broken() throws {
        let whole = MotionLayer(weights: [0, 0, 0, 0], bias: [0])
        let cases: [(MotionReadout, ReadoutProblem)] = [
            (Self.readout([]), .noLayer), (Self.readout([whole], minimum: 9, maximum: 9), .range),
            (Self.readout([whole], leastFrames: 1), .leastFrames(found: 1)),
            (Self.readout([MotionLayer(weights: [0, 0, 0, .nan], bias: [0])]), .notFinite),
            (
                Self.readout([MotionLayer(weights: [0, 0, 0], bias: [0, 0])]),
                .layer(place: 0, found: 0, expected: 4)
            ),
            (
                Self.readout([MotionLayer(weights: [Float](repeating: 0, count: 8), bias: [0, 0])]),
                .layer(place: 1, found: 2, expected: 1)
            ),
        ]
        for (readout, problem) in cases {
            #expect(throws: ReadingError.readout(name: "ef", problem: problem)) {
                try MotionReadouts(readouts: [readout]).readout(named: "ef", dimension: 2)
            }
        }
        let good = Self.readout([whole])
        #expect(throws: ReadingError.readout(name: "ef", problem: .twice)) {
            try MotionReadouts(readouts: [good, good]).readout(named: "ef", dimension: 2)
        }
        #expect(throws: ReadingError.readout(name: "ef", problem: .version(found: 2, expected: 1))) {
            try MotionReadouts(version: 2, readouts: [good]).readout(named: "ef", dimension: 2)
        }
        #expect(try MotionReadouts(readouts: [good]).readout(named: "gls", dimension: 2) == nil)
    }
}
