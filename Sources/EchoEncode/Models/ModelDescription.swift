internal import Foundation

/// `open_clip_config.json`, or the model part of it that open_clip keeps as `model_configs/*.json`.
struct ModelDescription {
    /// What the file says, as far as it decides what we compute.
    struct Document: Decodable {
        let modelCfg: Model?
        let preprocessCfg: Preprocess?
    }

    struct Model: Decodable {
        let embedDim: Int
        let visionCfg: Vision
        let textCfg: Text?
        let quickGelu: Bool?
    }

    struct Vision: Decodable {
        let timmModelName: String?
        let timmModelKwargs: Extents?
        let timmPool: String?
        let timmProj: String?
        let imageSize: Int?
        let layers: OneOrMany?
    }

    struct Extents: Decodable {
        let depths: [Int]?
        let dims: [Int]?
    }

    struct Text: Decodable {
        let contextLength: Int?
        let vocabSize: Int?
        let width: Int?
        let heads: Int?
        let layers: Int?
        let hfModelName: String?
        let noCausalMask: Bool?
        let embedCls: Bool?
        let poolType: String?
    }

    struct Preprocess: Decodable {
        let mean: [Float]?
        let std: [Float]?
    }

    /// A ViT has one number of layers, a ResNet four.
    struct OneOrMany: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let count = try? container.decode(Int.self) {
                text = "a vision transformer of \(count) layers"
            } else {
                text = "a ResNet of \(try container.decode([Int].self)) layers"
            }
        }
    }

    let model: Model
    let preprocess: Preprocess?
    let file: String
    let origin: ConfigurationOrigin

    /// The longest file that is read.
    private static let byteLimit = 1 << 20

    /// Reads the first of `open_clip_config.json` and `config.json` in a folder; `nil` without either.
    static func find(in folder: URL) throws(ModelError) -> ModelDescription? {
        for (file, origin) in [
            ("open_clip_config.json", ConfigurationOrigin.openCLIPConfig), ("config.json", .config),
        ] where FileManager.default.fileExists(atPath: folder.appending(path: file).path) {
            return try ModelDescription(folder.appending(path: file), origin)
        }
        return nil
    }

    private init(_ url: URL, _ origin: ConfigurationOrigin) throws(ModelError) {
        file = url.lastPathComponent
        self.origin = origin
        do {
            let handle = try FileHandle(forReadingFrom: url)
            defer { try? handle.close() }
            let data = try handle.read(upToCount: Self.byteLimit + 1) ?? Data()
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let document = try decoder.decode(Document.self, from: data)
            preprocess = document.preprocessCfg
            if let model = document.modelCfg {
                self.model = model
            } else if let family = try? decoder.decode(Family.self, from: data), family.modelType != nil {
                throw ModelError.unsupportedArchitecture(what: "Hugging Face type \(family.modelType ?? "")")
            } else {
                model = try decoder.decode(Model.self, from: data)
            }
        } catch let error as ModelError {
            throw error
        } catch {
            throw .badConfiguration(file: file, detail: "it lacks model_cfg, embed_dim or vision_cfg")
        }
    }

    /// How `transformers` names a model.
    private struct Family: Decodable {
        let modelType: String?
    }
}
