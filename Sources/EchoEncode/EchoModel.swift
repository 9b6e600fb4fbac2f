public import EchoCore
public import EchoTensor
internal import Foundation

/// A model ready to embed: both towers, the tokenizer, and how clips are shown to it.
public final class EchoModel: Sendable {
    /// The model folder.
    public let installed: InstalledModel
    /// Cuts and scales frames as this model wants them.
    public let scaler: FrameScaler
    private let vision: VisionTower
    private let text: TextTower?
    private let tokenizer: Tokenizer?

    /// How the numbers are computed; part of the fingerprint.
    static let precision = "fp32"

    /// Maps the weights, packs those of the image tower, and reads the vocabulary.
    ///
    /// - Parameter kernels: whose instructions both towers use.
    /// - Throws: ``EncodeError`` for weights that do not fit the manifest's configuration, ``TokenizeError``
    ///   for a vocabulary that does not read, `TensorError` for a file that is no safetensors.
    public init(_ installed: InstalledModel, kernels: Kernels = .best) throws {
        let manifest = installed.manifest
        let configuration = manifest.configuration
        let weights = try SafetensorsFile(path: installed.weights.path)
        self.installed = installed
        scaler = FrameScaler(
            rule: CropRule(zoom: manifest.preprocessing.zoom, side: configuration.vision.imageSize),
            channels: manifest.preprocessing.channels)
        vision = try VisionTower(weights: weights, configuration: configuration, kernels: kernels)
        if let shape = configuration.text {
            text = try TextTower(weights: weights, configuration: configuration, kernels: kernels)
            tokenizer = try Tokenizer.load(folder: installed.folder, contextLength: shape.contextLength)
        } else {
            text = nil
            tokenizer = nil
        }
    }

    /// What its embeddings are good for.
    public var slot: ModelSlot { installed.manifest.slot }
    /// Values in an embedding.
    public var dimension: Int { installed.manifest.configuration.embedDimension }
    /// Whether it can read text: it has a text tower and a vocabulary.
    public var canEmbedText: Bool { text != nil && tokenizer != nil }

    /// What decides the vectors that clips get from this model.
    public func fingerprint(frames: FrameRule, mask: MaskRule) -> Fingerprint {
        Fingerprint(
            model: installed.manifest.name, weights: installed.manifest.weights.sha256, frames: frames,
            channels: scaler.channels, zoom: scaler.rule.zoom, mask: mask, precision: Self.precision)
    }

    /// Working memory for ``embed(_:scratch:)``; each thread needs its own.
    public func makeScratch() -> VisionScratch { vision.makeScratch() }

    /// Embeds one frame.
    ///
    /// - Parameter scratch: from ``makeScratch()``, not in use elsewhere.
    /// - Throws: ``EmbeddingError/noDirection(dimension:)``.
    public func embed(_ frame: ScaledFrame, scratch: VisionScratch) throws(EmbeddingError) -> Embedding {
        try Embedding(normalizing: vision.project(frame.pixels, scratch: scratch))
    }

    /// The same in steps, for several threads: run all of them, then ask for ``embedding(of:)``.
    ///
    /// - Parameter scratch: from ``makeScratch()``, not in use elsewhere until the pass has ended.
    public func pass(_ frame: ScaledFrame, scratch: VisionScratch) -> VisionPass {
        vision.pass(frame.pixels, scratch: scratch)
    }

    /// What a pass has come to, after its last step.
    ///
    /// - Throws: ``EmbeddingError/noDirection(dimension:)``.
    public func embedding(of pass: VisionPass) throws(EmbeddingError) -> Embedding {
        try Embedding(normalizing: pass.projection())
    }

    /// Embeds one text.
    ///
    /// - Throws: ``EncodeError/textless(model:)`` for a model without text tower or vocabulary,
    ///   ``TokenizeError``, ``EmbeddingError``.
    public func embed(text words: String) throws -> TextEmbedding {
        guard let text, let tokenizer else { throw EncodeError.textless(model: installed.manifest.name) }
        let tokens = try tokenizer.tokenize(words)
        let projection = try text.project(tokens.ids.map(Int.init), scratch: text.makeScratch())
        return TextEmbedding(
            text: words, tokens: tokens.ids, droppedTokens: tokens.droppedTokens, coverage: tokens.coverage,
            rareTokenShare: tokens.rareTokenShare, embedding: try Embedding(normalizing: projection))
    }
}
