import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Testing

/// Stage by stage against open_clip 2.20 on a seeded tiny model.
///
/// The sums of the tiny model have at most 512 terms of size about 1, so fp32 itself leaves some 1e-6 a stage; ten
/// times that is allowed.
@Suite("Vision tower against open_clip") struct VisionTowerParityTests {
    static let tolerance = Tolerance(absolute: 1e-5, relative: 1e-5)

    static let kernels = InstructionSet.available.compactMap { Kernels($0) }

    @Test("gives the reference's numbers at every stage", arguments: 0..<2, kernels)
    func stages(item: Int, kernels: Kernels) throws {
        let io = try TowerGolden.file("tiny_clip/tiny_clip_io.safetensors")
        let weights = try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors")
        let tower = try VisionTower(
            weights: weights, configuration: TowerGolden.tiny, kernels: kernels)
        var steps: [VisionStep: [[Float]]] = [:]
        let output = tower.project(
            planar: TowerGolden.item(try io.floats("in.image"), item), scratch: tower.makeScratch()
        ) { steps[$0, default: []].append($1) }

        func compare(_ found: [Float]?, _ name: String, _ expected: [Float]) throws {
            let found = try #require(found, "\(name) was not shown")
            let cosine = TowerGolden.cosine(found, expected)
            #expect(cosine > 0.999_999_9, "\(name): cosine \(cosine)")
            #expect(Self.tolerance.worstOffender(found, expected) == nil, "\(name)")
            print(
                "tiny \(kernels.instructions) \(name) item \(item): max |Δ| \(TowerGolden.largestDifference(found, expected))"
            )
        }
        func picture(_ name: String) throws -> [Float] {
            TowerGolden.pixelMajor(try io.floats(name), item: item)
        }
        try compare(steps[.stem]?.first, "stem", try picture("act.stem"))
        // The first block's groups come first.
        let first = TowerGolden.tiny.vision.widths[0] * 16 * 16
        try compare(
            steps[.convolution].map { Array($0.flatMap { $0 }.prefix(first)) }, "stage0.block0.conv_dw",
            try picture("act.stage0.block0.conv_dw"))
        let gamma = try weights.floats("visual.trunk.stages.0.blocks.0.gamma").values
        let branch = steps[.contraction].map {
            $0.flatMap { $0 }.prefix(first).enumerated().map { $1 / gamma[$0 % gamma.count] }
        }
        // The reference's MLP works on NHWC already.
        try compare(
            branch, "stage0.block0.mlp", TowerGolden.item(try io.floats("act.stage0.block0.mlp"), item))
        for (stage, depth) in TowerGolden.tiny.vision.depths.enumerated() {
            try compare(
                steps[.block(stage: stage, block: depth - 1)]?.first, "stage\(stage)",
                try picture("act.stage\(stage)"))
        }
        try compare(steps[.head]?.first, "head_norm", try picture("act.head_norm"))
        try compare(output, "out.image", TowerGolden.item(try io.floats("out.image"), item))
    }

    @Test("gives the same bits for a frame alone, in a batch, after others, and from 8-bit pixels twice")
    func batchIsSingle() throws {
        let tower = try VisionTower(
            weights: try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors"),
            configuration: TowerGolden.tiny)
        var random = SplitMix64(seed: 7)
        let frames = (0..<5).map { _ in
            (0..<64 * 64 * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        let batch = tower.project(frames)
        let used = tower.makeScratch()
        for place in frames.indices.reversed() {
            #expect(tower.project(frames[place], scratch: tower.makeScratch()) == batch[place])
            #expect(tower.project(frames[place], scratch: used) == batch[place])
        }
        #expect(Set(batch).count == frames.count)
    }

    @Test("gives the same bits in any number of parts, each on its own thread", arguments: kernels)
    func partsAgree(kernels: Kernels) async throws {
        let tower = try VisionTower(
            weights: try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors"),
            configuration: TowerGolden.tiny, kernels: kernels)
        var random = SplitMix64(seed: 10)
        let frame = (0..<64 * 64 * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        let alone = tower.project(frame, scratch: tower.makeScratch())
        for parts in 1...5 {
            let pass = tower.pass(frame, scratch: tower.makeScratch())
            for step in 0..<pass.stepCount {
                await withTaskGroup(of: Void.self) { group in
                    for part in 0..<parts {
                        group.addTask {
                            pass.run(step: step, part: part, of: parts, scratch: tower.makeScratch())
                        }
                    }
                }
            }
            #expect(pass.projection() == alone, "\(parts) parts")
        }
    }

    @Test("gives the same bits on several threads at once")
    func threadsAgree() async throws {
        let tower = try VisionTower(
            weights: try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors"),
            configuration: TowerGolden.tiny)
        var random = SplitMix64(seed: 9)
        let frames = (0..<16).map { _ in
            (0..<64 * 64 * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        let alone = tower.project(frames)
        await withTaskGroup(of: [[Float]].self) { group in
            for _ in 0..<4 { group.addTask { tower.project(frames) } }
            for await together in group { #expect(together == alone) }
        }
    }

    @Test("takes bytes as (v / 255 - mean) / deviation, channel by channel in the order fed")
    func normalizesBytes() throws {
        let tower = try VisionTower(
            weights: try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors"),
            configuration: TowerGolden.tiny)
        var random = SplitMix64(seed: 8)
        let frame = (0..<64 * 64 * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        let (mean, deviation) = (TowerGolden.tiny.mean, TowerGolden.tiny.standardDeviation)
        let planar = (0..<3 * 64 * 64).map { place in
            let (channel, pixel) = (place / 4096, place % 4096)
            return (Float(frame[pixel * 3 + channel]) / 255 - mean[channel]) / deviation[channel]
        }
        let scratch = tower.makeScratch()
        let expected = tower.project(planar: planar, scratch: scratch) { _, _ in }
        #expect(tower.project(frame, scratch: scratch) == expected)
    }
}
