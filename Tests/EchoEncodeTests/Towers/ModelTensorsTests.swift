import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Model tensors") struct ModelTensorsTests {
    static let tinyShapes = Dictionary(
        ModelTensors.expectedShapes(TowerGolden.tiny).map { ($0.name, $0.shape) }, uniquingKeysWith: { $1 })

    @Test("are open_clip's, by name and shape")
    func names() throws {
        let file = try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors")
        #expect(file.shapes == Self.tinyShapes)
    }

    @Test("tell the architecture, the heads by a hint or one for 64 channels")
    func inferred() throws {
        let found = try ModelConfiguration.inferred(
            fromShapes: Self.tinyShapes, imageSize: 64, textHeads: 4)
        #expect(found == TowerGolden.tiny)
        let unhinted = try ModelConfiguration.inferred(fromShapes: Self.tinyShapes, imageSize: 64)
        #expect(unhinted.text?.heads == 1)
        let base = Dictionary(
            ModelTensors.expectedShapes(.convNeXtBase).map { ($0.name, $0.shape) }, uniquingKeysWith: { $1 })
        #expect(try ModelConfiguration.inferred(fromShapes: base) == .convNeXtBase)
    }

    @Test("of any depths and widths are inferred back", arguments: UInt64(0)..<20)
    func inferredBack(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let configuration = ModelConfiguration(
            embedDimension: Int.random(in: 1...64, using: &random),
            vision: VisionConfiguration(
                depths: (0..<4).map { _ in Int.random(in: 1...5, using: &random) },
                widths: (0..<4).map { _ in Int.random(in: 1...40, using: &random) }, imageSize: 96),
            text: TextConfiguration(
                width: 64 * Int.random(in: 1...3, using: &random), heads: 1,
                layers: Int.random(in: 1...4, using: &random), contextLength: 9, vocabularySize: 11))
        let shapes = Dictionary(
            ModelTensors.expectedShapes(configuration).map { ($0.name, $0.shape) }, uniquingKeysWith: { $1 })
        let found = try ModelConfiguration.inferred(fromShapes: shapes, imageSize: 96, textHeads: 1)
        #expect(found == configuration)
    }

    @Test("of another model are refused by the towers, naming the tensor")
    func towersRefuse() throws {
        let file = try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors")
        #expect(
            throws: EncodeError.wrongShape(
                key: "visual.trunk.stem.0.weight", found: [16, 3, 4, 4], expected: [128, 3, 4, 4])
        ) { try VisionTower(weights: file, configuration: .convNeXtBase) }
        var deeper = TowerGolden.tiny
        deeper.vision.depths[2] = 3
        deeper.text?.layers = 3
        #expect(
            throws: EncodeError.missingTensor(
                key: "visual.trunk.stages.2.blocks.2.conv_dw.weight", expected: [64, 1, 7, 7])
        ) { try VisionTower(weights: file, configuration: deeper) }
        #expect(
            throws: EncodeError.missingTensor(
                key: "transformer.resblocks.2.attn.in_proj_weight", expected: [192, 64])
        ) { try TextTower(weights: file, configuration: deeper) }
        deeper.text = nil
        #expect(throws: EncodeError.unknownArchitecture(reason: "The model has no text tower.")) {
            try TextTower(weights: file, configuration: deeper)
        }
    }

    @Test(
        "of no ConvNeXt are refused before anything is allocated",
        arguments: [[1, 1, 1], [1, 1, 1, 0], [1, 1, 1, -1], [1, 1, 1, 1 << 40], []])
    func refusesExtents(values: [Int]) {
        var configuration = TowerGolden.tiny
        configuration.vision.depths = values
        #expect(throws: EncodeError.self) { try configuration.validate() }
        configuration = TowerGolden.tiny
        configuration.vision.widths = values
        #expect(throws: EncodeError.self) { try configuration.validate() }
    }

    @Test("wider than sums of bytes hold are refused for int8 alone")
    func refusesWideBytes() throws {
        var configuration = TowerGolden.tiny
        configuration.vision.widths[3] = 16_500
        try configuration.validateBytes()
        configuration.vision.widths[3] = 16_501
        #expect(throws: EncodeError.self) { try configuration.validateBytes() }
        try configuration.validate()
    }

    @Test("with an image size, heads or normalization that do not fit are refused")
    func refusesSettings() {
        func refused(_ change: (inout ModelConfiguration) -> Void) -> Bool {
            var configuration = TowerGolden.tiny
            change(&configuration)
            do { try configuration.validate() } catch { return true }
            return false
        }
        #expect(!refused { _ in })
        #expect(refused { $0.vision.imageSize = 100 })
        #expect(refused { $0.vision.imageSize = 0 })
        #expect(refused { $0.vision.imageSize = 1 << 20 })
        #expect(refused { $0.text?.heads = 3 })
        #expect(refused { $0.text?.heads = 0 })
        #expect(refused { $0.text?.vocabularySize = 0 })
        #expect(refused { $0.standardDeviation = [1, 0, 1] })
        #expect(refused { $0.mean = [0, 0] })
        #expect(refused { $0.mean = [.nan, 0, 0] })
        #expect(refused { $0.embedDimension = 0 })
    }

    @Test("every refusal has a code of its own, a reason and a remedy")
    func reports() {
        let errors: [EncodeError] = [
            .weights(.unreadableHeader), .missingTensor(key: "a", expected: [1]),
            .wrongShape(key: "a", found: [1], expected: [2]), .unknownArchitecture(reason: "b"), .noTokens,
            .tooManyTokens(count: 2, limit: 1), .unknownToken(id: 3, vocabularySize: 2),
            .unwritable(status: 28),
        ]
        #expect(Set(errors.map(\.report.code)).count == errors.count)
        #expect(errors.allSatisfy { !$0.report.reason.isEmpty && !$0.report.remedy.isEmpty })
    }
}
