import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Importing models") struct ModelsImportTests {
    /// Every tensor's bytes by name.
    private func tensors(of file: URL) throws -> [String: Data] {
        let bytes = try Data(contentsOf: file)
        return Dictionary(
            uniqueKeysWithValues: try SafetensorsFile(path: file.path).tensors.map {
                ($0.name, bytes[$0.bytes])
            })
    }

    @Test(
        "keeps the very tensors, from safetensors and from a checkpoint",
        arguments: ["open_clip_model.safetensors", "open_clip_pytorch_model.bin", "weights.pt"])
    func keepsTensors(weights: String) throws {
        let source = try ModelsSource(weights: weights)
        let done = try source.store.importModel(source.request())
        #expect(try tensors(of: done.model.weights) == tensors(of: ModelsSource.weights))
        let manifest = done.model.manifest
        #expect(manifest.name == "tiny-clip")
        #expect(manifest.sources.map(\.name) == [weights])
        #expect(manifest.configurationOrigin == .openCLIPConfig)
        #expect(manifest.configuration.text?.heads == 4)
        #expect(manifest.configuration.vision.imageSize == 64)
        #expect(manifest.configuration.mean == [0.5, 0.4, 0.3])
        #expect(manifest.preprocessing == .reference)
        #expect(manifest.slot == .both)
        #expect(try source.store.model(named: "tiny-clip") == done.model)
        #expect(try source.store.list().map(\.name) == ["tiny-clip"])
        #expect(try source.store.verify("tiny-clip").isIntact)
        #expect(done.notes == ["No vocabulary was found: texts cannot be embedded until the model has one."])
    }

    @Test("states the SHA-256 of what was imported")
    func statesSource() throws {
        let source = try ModelsSource(weights: nil)
        try source.write([], to: "empty")
        try FileManager.default.copyItem(
            at: ModelsSource.weights, to: source.folder.appending(path: "x.safetensors"))
        let file = try #require(try source.store.importModel(source.request()).model.manifest.sources.first)
        // sha256sum of the golden file.
        #expect(file.sha256.hex == "7524f6c454ca210405cdbed82ce9cee4b1be291c98f876965cbaa1f40fa03f7b")
        #expect(file.byteCount == 1_786_412)
    }

    @Test("drops module. and text. prefixes")
    func dropsPrefixes() throws {
        let source = try ModelsSource(weights: nil)
        let custom = { (name: String) in
            name.hasPrefix("visual.") || name == "logit_scale" ? name : "text." + name
        }
        try source.write(ModelsSource.checkpoint(prefix: "module.", change: custom), to: "a.bin")
        let done = try source.store.importModel(source.request(name: "custom"))
        #expect(try tensors(of: done.model.weights) == tensors(of: ModelsSource.weights))
    }

    @Test("reads the shape off the tensors where no configuration is there, and says so")
    func infersShape() throws {
        let source = try ModelsSource(configuration: nil)
        let done = try source.store.importModel(source.request())
        #expect(done.model.manifest.configurationOrigin == .tensorShapes)
        #expect(done.model.manifest.configuration.vision.widths == [16, 32, 64, 128])
        #expect(done.model.manifest.configuration.vision.imageSize == 224)
        #expect(done.notes.contains { $0.contains("No configuration was found") })
    }

    @Test("takes a file, and looks for the rest beside it")
    func takesFile() throws {
        let source = try ModelsSource(weights: "echo.safetensors")
        var request = source.request()
        request.source = source.folder.appending(path: "echo.safetensors")
        let manifest = try source.store.importModel(request).model.manifest
        #expect(manifest.name == "echo")
        #expect(manifest.configurationOrigin == .openCLIPConfig)
    }

    @Test("prefers safetensors, and says what it left")
    func prefersSafetensors() throws {
        let source = try ModelsSource()
        try source.write(ModelsSource.checkpoint(), to: "open_clip_pytorch_model.bin")
        let done = try source.store.importModel(source.request())
        #expect(done.model.manifest.sources.map(\.name) == ["open_clip_model.safetensors"])
        #expect(done.notes.first == "Took open_clip_model.safetensors; left open_clip_pytorch_model.bin.")
    }

    @Test("keeps a license and a model card, or says that there was none")
    func keepsLicense() throws {
        let bare = try ModelsSource()
        let none = try bare.store.importModel(bare.request())
        #expect(none.model.manifest.license.file == nil && none.model.manifest.license.foundIn.isEmpty)
        #expect(none.model.manifest.license.statement == ModelLicense.noneFound)
        #expect(none.licenseText == nil)

        let source = try ModelsSource()
        try source.write("license: mit", to: "README.md")
        try source.write("Some License", to: "LICENSE")
        let done = try source.store.importModel(source.request())
        let kept = done.model.folder.appending(path: ModelManifest.licenseName)
        let text = try String(contentsOf: kept, encoding: .utf8)
        #expect(text == "===== LICENSE =====\nSome License\n\n===== README.md =====\nlicense: mit")
        #expect(done.licenseText == text)
        #expect(done.model.manifest.license.foundIn == ["LICENSE", "README.md"])
        #expect(done.model.manifest.license.statement == ModelLicense.found)
    }

    @Test("gives a template vocabulary the similarity slot, unless another is asked for")
    func slots() throws {
        let source = try ModelsSource()
        try source.write("NORMAL LEFT VENTRICLE. \nEJECTION FRACTION IS <#>%. \n", to: "template_vocab.txt")
        let kept = try source.store.importModel(source.request(name: "r")).model.manifest
        #expect(kept.slot == .similarity)
        #expect(kept.vocabulary?.kind == .template)
        #expect(kept.vocabulary?.files.map(\.name) == ["template_vocab.txt"])
        var request = source.request(name: "p")
        request.slot = .prompt
        request.notice = "simulation-trained"
        let asked = try source.store.importModel(request).model.manifest
        #expect(asked.slot == .prompt)
        #expect(asked.notice == "simulation-trained")
        #expect(try source.store.list().map(\.name) == ["p", "r"])
    }

    @Test("takes a vocabulary file from elsewhere, under its published name")
    func takesVocabulary() throws {
        let source = try ModelsSource()
        let elsewhere = try source.scratch.write(Array("NORMAL STUDY. \n".utf8), to: "phrases.txt")
        var request = source.request()
        request.vocabularyFile = URL(filePath: elsewhere)
        let done = try source.store.importModel(request)
        #expect(done.model.manifest.vocabulary?.files.map(\.name) == ["template_vocab.txt"])
        #expect(try source.store.verify("tiny-clip").files.map(\.role) == [.weights, .vocabulary])
    }
}
