import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

/// ConvNeXt-Base and the full text tower by formula weights, against open_clip 3.3 with the same weights.
@Suite("Full-size towers against open_clip") struct FullSizeParityTests {
    /// Issue 2 §3: |Δ| ≤ 1e-4 of the un-normalized outputs, whose standard deviation is about 1.
    static let limit: Float = 1e-4

    @Test("give 8 images' and 48 texts' outputs within 1e-4, and the stages' means")
    func parity() throws {
        let folder = try ScratchFolder()
        let clock = ContinuousClock()
        let writing = try clock.measure {
            try FormulaWeights.write(.convNeXtBase, toFolder: folder.url.path)
        }
        print("formula weights: \(FormulaWeights.count(.convNeXtBase)) in \(writing)")
        let weights = try SafetensorsFile(path: folder.path(FormulaWeights.fileName))
        let io = try TowerGolden.file("base_clip/base_clip_io.safetensors")
        #expect(weights.tensors.count == 493)
        #expect(try ModelConfiguration.inferred(fromShapes: weights.shapes) == .convNeXtBase)
        BLASThreads.set(1)
        try images(weights, io)
        try texts(weights, io)
    }

    @Test("give the same bits for a frame alone beside others on two threads, and in three parts")
    func concurrentIsAlone() async throws {
        let folder = try ScratchFolder()
        try FormulaWeights.write(.convNeXtBase, toFolder: folder.url.path)
        let weights = try SafetensorsFile(path: folder.path(FormulaWeights.fileName))
        let io = try TowerGolden.file("base_clip/base_clip_io.safetensors")
        let names = try JSONDecoder().decode(
            [String].self, from: Data(try #require(io.metadata["images"]).utf8))
        let frames = try names.prefix(4).map { try TowerGolden.pixels($0) }
        let tower = try VisionTower(weights: weights, configuration: .convNeXtBase)
        BLASThreads.set(1)
        let alone = frames.map { tower.project($0, scratch: tower.makeScratch()) }
        let together = await withTaskGroup(of: (Int, [Float]).self) { group in
            for (place, frame) in frames.enumerated() {
                group.addTask { (place, tower.project(frame, scratch: tower.makeScratch())) }
            }
            return await group.reduce(into: [Int: [Float]]()) { $0[$1.0] = $1.1 }
        }
        for place in frames.indices { #expect(together[place] == alone[place], "frame \(place)") }
        let pass = tower.pass(frames[0], scratch: tower.makeScratch())
        for step in 0..<pass.stepCount {
            await withTaskGroup(of: Void.self) { group in
                for part in 0..<3 {
                    group.addTask { pass.run(step: step, part: part, of: 3, scratch: tower.makeScratch()) }
                }
            }
        }
        #expect(pass.projection() == alone[0], "one frame in three parts")
        #expect(Set(alone).count == frames.count)
    }

    private func images(_ weights: SafetensorsFile, _ io: SafetensorsFile) throws {
        let tower = try VisionTower(weights: weights, configuration: .convNeXtBase)
        let names = try JSONDecoder().decode(
            [String].self, from: Data(try #require(io.metadata["images"]).utf8))
        let expected = try io.floats("image_embeddings")
        #expect(names.count == 8)
        var worst: [String: Float] = [:]
        let scratch = tower.makeScratch()
        var time = Duration.zero
        for (item, name) in names.enumerated() {
            let frame = try TowerGolden.pixels(name)
            time += ContinuousClock().measure { _ = tower.project(frame, scratch: scratch) }
            var means: [String: [Float]] = [:]
            let output = tower.project(frame, scratch: scratch) { step, values in
                switch step {
                case .stem: means["mean.stem"] = Self.mean(values, width: 128)
                case .block(let stage, let block) where block == [2, 2, 26, 2][stage]:
                    means["mean.stage\(stage)"] = Self.mean(values, width: 128 << stage)
                default: break
                }
            }
            for (key, mean) in means.merging(["image_embeddings": output], uniquingKeysWith: { $1 }) {
                let reference = TowerGolden.item(try io.floats(key), item)
                worst[key] = max(worst[key] ?? 0, TowerGolden.largestDifference(mean, reference))
                #expect(TowerGolden.cosine(mean, reference) > 0.999_999_9, "\(key) of \(name)")
            }
        }
        print("base images: max |Δ| \(worst.sorted { $0.key < $1.key }), 8 frames alone in \(time)")
        #expect(worst.count == 6)
        for (key, difference) in worst { #expect(difference <= Self.limit, "\(key)") }
        #expect(Self.deviation(expected.values) > 0.3, "the outputs are of size 1")
    }

    private func texts(_ weights: SafetensorsFile, _ io: SafetensorsFile) throws {
        let tower = try TextTower(weights: weights, configuration: .convNeXtBase)
        let tokens = try TowerGolden.integers("token_ids", in: "base_clip/base_clip_io.safetensors")
        let texts = (0..<48).map { Array(tokens[($0 * 77)..<($0 * 77 + 77)]) }
        var outputs: [[Float]] = []
        let time = try ContinuousClock().measure { outputs = try tower.project(texts) }
        let difference = TowerGolden.largestDifference(
            outputs.flatMap { $0 }, try io.floats("text_embeddings").values)
        print("base texts: max |Δ| \(difference), 48 texts in \(time)")
        #expect(difference <= Self.limit)
        #expect(outputs.count == 48 && outputs.allSatisfy { $0.count == 512 })
    }

    private static func mean(_ values: [Float], width: Int) -> [Float] {
        var sums = [Double](repeating: 0, count: width)
        for (place, value) in values.enumerated() { sums[place % width] += Double(value) }
        return sums.map { Float($0 / Double(values.count / width)) }
    }

    private static func deviation(_ values: [Float]) -> Float {
        (values.reduce(0) { $0 + $1 * $1 } / Float(values.count)).squareRoot()
    }
}
