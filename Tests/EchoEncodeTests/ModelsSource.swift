import EchoEncode
import EchoTensor
import EchoTesting
import Foundation

/// A folder as a user downloads it, made from the tiny golden model.
struct ModelsSource {
    let scratch: ScratchFolder
    let folder: URL

    static let golden = Fixtures.root.appending(path: "Tests/EchoEncodeTests/Golden/tiny_clip")
    static let weights = golden.appending(path: "tiny_clip_weights.safetensors")

    /// open_clip's configuration of the tiny model.
    static let configuration = """
        {"model_cfg": {"embed_dim": 32,
          "vision_cfg": {"timm_model_name": "convnext_base", "timm_model_pretrained": false, "timm_pool": "",
            "timm_model_kwargs": {"depths": [1, 1, 2, 1], "dims": [16, 32, 64, 128]}, "timm_proj": "linear",
            "timm_drop": 0.0, "timm_drop_path": 0.1, "image_size": 64},
          "text_cfg": {"context_length": 77, "vocab_size": 1000, "width": 64, "heads": 4, "layers": 2}},
         "preprocess_cfg": {"mean": [0.5, 0.4, 0.3], "std": [0.2, 0.3, 0.4]}}
        """

    /// An empty store beside the source.
    var store: ModelStore { ModelStore(root: scratch.url.appending(path: "models")) }

    /// - Parameter weights: the weights file's name; `nil` puts none there.
    init(weights: String? = "open_clip_model.safetensors", configuration: String? = configuration) throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "tiny-clip")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let configuration { try write(configuration, to: "open_clip_config.json") }
        guard let weights else { return }
        if weights.hasSuffix(".safetensors") {
            try FileManager.default.copyItem(at: Self.weights, to: folder.appending(path: weights))
        } else {
            try write(Self.checkpoint(), to: weights)
        }
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    /// A request to import the folder.
    func request(name: String? = nil) -> ModelImportRequest {
        ModelImportRequest(source: folder, name: name, importedBy: "test")
    }

    /// The golden weights as a PyTorch checkpoint.
    ///
    /// - Parameters:
    ///   - prefix: what stands before each name.
    ///   - change: renames or drops a tensor.
    ///   - poison: the tensor whose last number is none.
    ///   - turned: the tensor whose extents are stated the other way round.
    static func checkpoint(
        prefix: String = "", change: (String) -> String? = { $0 }, poison: String? = nil,
        turned: String? = nil
    ) throws -> [UInt8] {
        let file = try SafetensorsFile(path: weights.path)
        let bytes = Array(try Data(contentsOf: weights))
        var items: [(String, [UInt8])] = []
        var storages: [[UInt8]] = []
        for tensor in file.tensors {
            guard let name = change(tensor.name) else { continue }
            let shape: [Int] = name == turned ? tensor.shape.reversed() : tensor.shape
            items.append((prefix + name, PickleText.tensor(String(storages.count), tensor.count, shape)))
            var storage = Array(bytes[tensor.bytes])
            if name == poison {
                storage.replaceSubrange(storage.count - 4..<storage.count, with: [0, 0, 0xC0, 0x7F])
            }
            storages.append(storage)
        }
        let state = PickleText.named(items)
        let body = PickleText.dict + PickleText.text("state_dict") + state + PickleText.setItem
        return PickleText.checkpoint(body, storages)
    }
}
