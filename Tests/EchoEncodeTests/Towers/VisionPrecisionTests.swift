import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Testing

/// The image tower in bf16 and int8 against itself in fp32, on the seeded tiny model and on that model with channels
/// that stand out.
@Suite("Vision tower's precision") struct VisionPrecisionTests {
    static let kernels = VisionTowerParityTests.kernels

    static func frames(_ count: Int, seed: UInt64) -> [[UInt8]] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let levels = (0..<64).map { _ in Int.random(in: 0...200, using: &random) }
            return (0..<64 * 64 * 3).map { place in
                let (x, y) = (place / 3 % 64, place / 192)
                return UInt8(levels[y / 8 * 8 + x / 8] + Int.random(in: 0...55, using: &random))
            }
        }
    }

    static func tower(
        _ weights: SafetensorsFile, _ precision: Precision, _ kernels: Kernels
    ) throws -> VisionTower {
        try VisionTower(
            weights: weights, configuration: TowerGolden.tiny, kernels: kernels, precision: precision,
            calibration: frames(4, seed: 1))
    }

    /// The smallest cosine of a frame's vectors in a mode and in fp32.
    static func cosine(_ weights: SafetensorsFile, _ precision: Precision, _ kernels: Kernels) throws
        -> Double
    {
        let (plain, other) = (try tower(weights, .fp32, kernels), try tower(weights, precision, kernels))
        let frames = frames(6, seed: 2)
        return zip(plain.project(frames), other.project(frames)).map { TowerGolden.cosine($0, $1) }.min() ?? 0
    }

    @Test("bf16 and int8 come near fp32", arguments: kernels)
    func near(kernels: Kernels) throws {
        let weights = try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors")
        let halves = try Self.cosine(weights, .bf16, kernels)
        let bytes = try Self.cosine(weights, .int8, kernels)
        print("tiny \(kernels.instructions): bf16 \(halves), int8 \(bytes)")
        #expect(halves > 0.9999 && halves < 1)
        #expect(bytes > 0.999 && bytes < 1)
    }

    @Test("int8 survives channels that are 60 times as large, in front of either layer", arguments: kernels)
    func outliers(kernels: Kernels) throws {
        let scratch = try ScratchFolder()
        let weights = try OutlierModel.write(to: scratch)
        let bytes = try Self.cosine(weights, .int8, kernels)
        let (plain, blind) = (
            try Self.tower(weights, .fp32, kernels),
            try VisionTower(
                weights: weights, configuration: TowerGolden.tiny, kernels: kernels, precision: .int8)
        )
        let frames = Self.frames(6, seed: 2)
        let without =
            zip(plain.project(frames), blind.project(frames)).map { TowerGolden.cosine($0, $1) }.min() ?? 0
        print("outliers \(kernels.instructions): int8 \(bytes), without calibration \(without)")
        #expect(bytes > 0.999)
        #expect(1 - without > 3 * (1 - bytes), "the channels must matter: \(without) and \(bytes)")
    }

    @Test("int8 gives the same bits in a batch, in parts, and built again", arguments: kernels)
    func same(kernels: Kernels) throws {
        let weights = try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors")
        let (one, two) = (try Self.tower(weights, .int8, kernels), try Self.tower(weights, .int8, kernels))
        let frames = Self.frames(3, seed: 5)
        let batch = one.project(frames)
        #expect(batch == two.project(frames))
        for (frame, found) in zip(frames, batch) {
            let pass = one.pass(frame, scratch: one.makeScratch())
            let scratch = one.makeScratch()
            for step in 0..<pass.stepCount {
                for part in 0..<3 { pass.run(step: step, part: part, of: 3, scratch: scratch) }
            }
            #expect(pass.projection() == found)
        }
    }
}
