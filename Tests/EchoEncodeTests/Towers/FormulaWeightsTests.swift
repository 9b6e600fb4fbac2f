import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Formula weights") struct FormulaWeightsTests {
    @Test("are those of the Python formula, bit by bit")
    func equalPython() throws {
        let folder = try ScratchFolder()
        try FormulaWeights.write(TowerGolden.tiny, toFolder: folder.url.path)
        let file = try SafetensorsFile(path: folder.path(FormulaWeights.fileName))
        let sums = try JSONDecoder().decode(
            [String: String].self,
            from: Data(contentsOf: TowerGolden.folder.appending(path: "formula/formula_tiny.json")))
        #expect(sums.count == file.tensors.count)
        for (name, expected) in sums {
            let sum = try file.floats(name).values.enumerated().reduce(into: UInt64(0)) {
                $0 &+= UInt64($1.element.bitPattern) &* UInt64($1.offset + 1)
            }
            #expect(String(sum) == expected, "\(name)")
        }
    }

    @Test("of ConvNeXt-Base are 151,518,849 in 493 tensors")
    func counts() {
        #expect(FormulaWeights.count(.convNeXtBase) == 151_518_849)
        #expect(ModelTensors.expectedShapes(.convNeXtBase).count == 493)
    }

    @Test(
        "come with a configuration in the words of open_clip",
        arguments: [ModelConfiguration.convNeXtBase, TowerGolden.tiny])
    func description(configuration: ModelConfiguration) throws {
        let text = OpenCLIPDescription.json(configuration)
        let described = try JSONDecoder().decode(Described.self, from: Data(text.utf8))
        #expect(described.model_cfg.embed_dim == configuration.embedDimension)
        #expect(described.model_cfg.vision_cfg.image_size == configuration.vision.imageSize)
        #expect(
            described.model_cfg.vision_cfg.timm_model_name
                == (configuration == .convNeXtBase ? "convnext_base" : "convnext_custom"))
        #expect(described.model_cfg.text_cfg?["heads"] == configuration.text?.heads)
        #expect(described.model_cfg.text_cfg?["vocab_size"] == configuration.text?.vocabularySize)
        #expect(described.preprocess_cfg["mean"] == ModelConfiguration.clipMean)
        #expect(described.preprocess_cfg["std"] == ModelConfiguration.clipStandardDeviation)
    }

    @Test("leave out the text tower where there is none")
    func withoutText() throws {
        var configuration = TowerGolden.tiny
        configuration.text = nil
        let folder = try ScratchFolder()
        try FormulaWeights.write(configuration, toFolder: folder.url.path)
        let file = try SafetensorsFile(path: folder.path(FormulaWeights.fileName))
        #expect(file.tensors.allSatisfy { $0.name.hasPrefix("visual.") })
        #expect(try ModelConfiguration.inferred(fromShapes: file.shapes, imageSize: 64) == configuration)
        let description = try Data(contentsOf: folder.url.appending(path: FormulaWeights.configurationName))
        #expect(try JSONDecoder().decode(Described.self, from: description).model_cfg.text_cfg == nil)
    }

    @Test("leave nothing half-written: an earlier file stays whole until the new one is")
    func replacesWhole() throws {
        let folder = try ScratchFolder()
        try FormulaWeights.write(TowerGolden.tiny, toFolder: folder.url.path)
        let path = folder.path(FormulaWeights.fileName)
        let mapped = try SafetensorsFile(path: path)
        let before = try mapped.floats("visual.head.proj.weight").values
        var other = TowerGolden.tiny
        other.vision.depths = [1, 1, 1, 1]
        try FormulaWeights.write(other, toFolder: folder.url.path)
        #expect(try mapped.floats("visual.head.proj.weight").values == before)
        #expect(try SafetensorsFile(path: path).tensors.count < mapped.tensors.count)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(names == [FormulaWeights.configurationName, FormulaWeights.fileName].sorted())
    }

    @Test("say why they cannot be written")
    func unwritable() throws {
        let folder = try ScratchFolder()
        #expect(throws: EncodeError.unwritable(status: 2)) {
            try FormulaWeights.write(TowerGolden.tiny, toFolder: folder.path("none"))
        }
    }

    private struct Described: Decodable {
        let model_cfg: Model
        let preprocess_cfg: [String: [Float]]

        struct Model: Decodable {
            let embed_dim: Int
            let vision_cfg: Vision
            let text_cfg: [String: Int]?
        }

        struct Vision: Decodable {
            let timm_model_name: String
            let image_size: Int
        }
    }
}
