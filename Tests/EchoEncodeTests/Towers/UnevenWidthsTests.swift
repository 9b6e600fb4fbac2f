import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Towers whose widths do not double") struct UnevenWidthsTests {
    @Test(
        "embed on every instruction set and precision, near the portable one",
        arguments: [[24, 36, 72, 144], [16, 16, 80, 20], [40, 10, 12, 96]])
    func embeds(widths: [Int]) throws {
        let scratch = try ScratchFolder()
        var configuration = TowerGolden.tiny
        configuration.vision.widths = widths
        configuration.text = nil
        try FormulaWeights.write(configuration, toFolder: scratch.url.path)
        let weights = try SafetensorsFile(path: scratch.path(FormulaWeights.fileName))
        let frames = VisionPrecisionTests.frames(2, seed: 3)
        func vectors(_ kernels: Kernels, _ precision: Precision) throws -> [[Float]] {
            try VisionTower(
                weights: weights, configuration: configuration, kernels: kernels, precision: precision,
                calibration: frames
            ).project(frames)
        }
        let plain = try #require(VisionTowerParityTests.kernels.first { $0.instructions == .portable })
        let expected = try vectors(plain, .fp32)
        for kernels in VisionTowerParityTests.kernels {
            for precision in Precision.allCases {
                for (one, other) in zip(try vectors(kernels, precision), expected) {
                    #expect(TowerGolden.cosine(one, other) > (precision == .fp32 ? 0.999999 : 0.99))
                }
            }
        }
    }
}
