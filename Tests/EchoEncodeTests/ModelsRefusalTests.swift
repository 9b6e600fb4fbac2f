import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Refusing models") struct ModelsRefusalTests {
    /// The code of the failure that importing gives, the store being empty afterwards.
    private func code(_ source: ModelsSource, _ request: ModelImportRequest? = nil) throws -> String? {
        let error = #expect(throws: ModelError.self) {
            try source.store.importModel(request ?? source.request())
        }
        #expect(try source.store.list().isEmpty)
        let left = (try? FileManager.default.contentsOfDirectory(atPath: source.store.root.path)) ?? []
        #expect(left.allSatisfy { $0 == ".lock" })
        return error?.report.code
    }

    @Test(
        "refuses other architectures by name",
        arguments: [
            (
                #""timm_model_name": "convnext_base""#, #""layers": 12, "width": 768, "patch_size": 32"#,
                "a vision transformer of 12 layers"
            ),
            (#""timm_model_name": "convnext_base""#, #""layers": [3, 4, 6, 3]"#, "a ResNet"),
            ("convnext_base", "vit_base_patch16_224", "the timm model vit_base_patch16_224"),
            ("convnext_base", "convnextv2_base", "the timm model convnextv2_base"),
            (#""timm_pool": """#, #""timm_pool": "abs_attn""#, "pooling abs_attn"),
            (#""timm_proj": "linear""#, #""timm_proj": "mlp""#, "an image projection mlp"),
            (#""embed_dim": 32"#, #""embed_dim": 32, "quick_gelu": true"#, "QuickGELU"),
            (
                #""context_length": 77"#, #""context_length": 77, "hf_model_name": "roberta-base""#,
                "the text model roberta-base"
            ),
        ])
    func refusesArchitecture(old: String, new: String, what: String) throws {
        let text = ModelsSource.configuration.replacingOccurrences(of: old, with: new)
        #expect(text != ModelsSource.configuration)
        let source = try ModelsSource(configuration: text)
        let error = #expect(throws: ModelError.self) { try source.store.importModel(source.request()) }
        #expect(error?.report.code == "model.unsupportedArchitecture")
        #expect(error?.report.reason.contains(what) == true, "\(String(describing: error))")
    }

    @Test("refuses a configuration that is none, or another model's")
    func refusesConfiguration() throws {
        for (old, new) in [
            ("\"embed_dim\": 32", "\"embed_dim\": 512"), ("\"dims\": [16", "\"dims\": [17"),
            ("\"layers\": 2", "\"layers\": 12"),
            ("\"model_cfg\"", "\"model\""), ("}}", ""), ("\"heads\": 4", "\"heads\": 5"),
            ("[0.2, 0.3", "[0.0, 0.3"),
        ] {
            let text = ModelsSource.configuration.replacingOccurrences(of: old, with: new)
            #expect(text != ModelsSource.configuration)
            let code = try code(try ModelsSource(configuration: text))
            #expect(
                code == (old.contains("heads") ? "model.unsupportedArchitecture" : "model.badConfiguration"),
                "\(new)")
        }
        let hugging = try ModelsSource(configuration: nil)
        try hugging.write(#"{"model_type": "clip", "architectures": ["CLIPModel"]}"#, to: "config.json")
        #expect(try code(hugging) == "model.unsupportedArchitecture")
    }

    @Test("refuses missing, unknown and misshapen tensors, and lists them")
    func refusesTensors() throws {
        let source = try ModelsSource(weights: nil)
        let change = { (name: String) in name == "ln_final.bias" ? "ln_final.other" : name }
        try source.write(ModelsSource.checkpoint(change: change), to: "a.bin")
        #expect(
            throws: ModelError.tensorMismatch(
                missing: ["ln_final.bias"], extra: ["ln_final.other"], misshapen: [])
        ) { try source.store.importModel(source.request()) }
        #expect(try code(source) == "model.tensorMismatch")
        try source.write(ModelsSource.checkpoint { $0 == "logit_scale" ? nil : $0 }, to: "a.bin")
        #expect(try source.store.importModel(source.request()).model.manifest.name == "tiny-clip")
    }

    @Test(
        "refuses weights that lack one tensor, by its name",
        arguments: [
            "ln_final.bias", "text_projection", "transformer.resblocks.1.attn.in_proj_bias",
            "visual.trunk.head.norm.weight", "visual.trunk.stages.2.blocks.1.gamma",
        ])
    func refusesMissing(name: String) throws {
        let source = try ModelsSource(weights: nil)
        try source.write(ModelsSource.checkpoint { $0 == name ? nil : $0 }, to: "a.bin")
        #expect(throws: ModelError.tensorMismatch(missing: [name], extra: [], misshapen: [])) {
            try source.store.importModel(source.request())
        }
    }

    @Test("refuses a tensor whose extents are stated the other way round, and lists the unknown by name")
    func refusesShapes() throws {
        let source = try ModelsSource(weights: nil)
        let turned = "visual.trunk.stages.0.blocks.0.mlp.fc1.weight"
        let renamed = ["ln_final.weight": "visual.extra", "ln_final.bias": "attn_mask"]
        try source.write(ModelsSource.checkpoint(change: { renamed[$0] ?? $0 }, turned: turned), to: "a.bin")
        #expect(
            throws: ModelError.tensorMismatch(
                missing: ["ln_final.weight", "ln_final.bias"], extra: ["attn_mask", "visual.extra"],
                misshapen: ["\(turned) [16, 64], not [64, 16]"])
        ) { try source.store.importModel(source.request()) }
    }

    @Test("refuses a weight that is not a number")
    func refusesNaN() throws {
        let source = try ModelsSource(weights: nil)
        try source.write(ModelsSource.checkpoint(poison: "visual.head.proj.weight"), to: "a.bin")
        #expect(throws: ModelError.notFinite(tensor: "visual.head.proj.weight")) {
            try source.store.importModel(source.request())
        }
        #expect(try code(source) == "model.notFinite")
    }

    @Test("refuses what it cannot find or choose")
    func refusesSources() throws {
        let source = try ModelsSource(weights: nil)
        #expect(try code(source) == "model.noWeights")
        var elsewhere = source.request()
        elsewhere.source = source.folder.appending(path: "nothing.bin")
        #expect(try code(source, elsewhere) == "model.noSource")
        try source.write([0], to: "a.bin")
        #expect(try code(source) == "weights.notAnArchive")
        try source.write([0], to: "b.pt")
        #expect(throws: ModelError.ambiguousWeights(names: ["a.bin", "b.pt"])) {
            try source.store.importModel(source.request())
        }
        let cut = try ModelsSource(weights: nil)
        try cut.write(Array(try Data(contentsOf: ModelsSource.weights).dropLast()), to: "a.safetensors")
        #expect(try code(cut)?.hasPrefix("tensor.") == true)
    }

    @Test("refuses a vocabulary of no known kind, not there, or larger than the weights' table")
    func refusesVocabulary() throws {
        let source = try ModelsSource()
        var request = source.request()
        request.vocabularyFile = source.folder.appending(path: "none.txt")
        #expect(try code(source, request) == "model.badVocabulary")
        try source.write("x", to: "vocabulary.xml")
        request.vocabularyFile = source.folder.appending(path: "vocabulary.xml")
        #expect(try code(source, request) == "model.badVocabulary")
        try source.write("not gzip", to: "words.gz")
        request.vocabularyFile = source.folder.appending(path: "words.gz")
        #expect(try code(source, request) == "model.badVocabulary")
        let many = (0..<990).map { "PHRASE NUMBER \($0) OF MANY. \n" }.joined()
        try source.write(many, to: "many.txt")
        request.vocabularyFile = source.folder.appending(path: "many.txt")
        #expect(try code(source, request) == "model.badVocabulary")
    }

    @Test("says what keeps a vocabulary from being read, and how large is too large")
    func refusesUnreadableVocabulary() throws {
        let source = try ModelsSource()
        var request = source.request()
        try source.write([], to: "large.txt")
        request.vocabularyFile = source.folder.appending(path: "large.txt")
        #expect(truncate(source.folder.appending(path: "large.txt").path, 67_108_865) == 0)
        #expect(
            throws: ModelError.badVocabulary(
                file: "large.txt", detail: "it has 67108865 bytes, and the limit is 67108864")
        ) { try source.store.importModel(request) }
        try FileManager.default.createDirectory(
            at: source.folder.appending(path: "merges.txt"), withIntermediateDirectories: false)
        let error = #expect(throws: ModelError.self) { try source.store.importModel(source.request()) }
        #expect(error?.report.code == "model.badVocabulary")
        #expect(error?.report.reason.contains("names a folder, a pipe or a device") == true)
    }

    @Test("names a weights file that is a folder as what it is")
    func refusesFolderAsWeights() throws {
        let source = try ModelsSource(weights: nil)
        try FileManager.default.createDirectory(
            at: source.folder.appending(path: "a.bin"), withIntermediateDirectories: false)
        #expect(throws: ModelError.weights(.notRegular)) { try source.store.importModel(source.request()) }
    }

    @Test(
        "refuses names that are no folder names",
        arguments: ["", "../x", "A", ".x", "a/b", "a b", "-a", String(repeating: "a", count: 65)])
    func refusesNames(name: String) throws {
        let source = try ModelsSource()
        #expect(try code(source, source.request(name: name)) == "model.invalidName")
        #expect(throws: ModelError.invalidName) { try source.store.model(named: name) }
    }
}
