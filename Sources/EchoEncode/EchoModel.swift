public import EchoCore
public import EchoTensor
internal import Foundation

/// A model ready to embed: both towers, the tokenizer, and how clips are shown to it.
public final class EchoModel: Sendable {
    /// The model folder.
    public let installed: InstalledModel
    /// Cuts and scales frames as this model wants them.
    public let scaler: FrameScaler
    /// The image tower's arithmetic.
    public let precision: Precision
    private let vision: VisionTower
    private let text: TextSide

    /// Maps the weights and packs those of the image tower, or maps what an earlier start packed; the text tower and
    /// the vocabulary are read when the first text comes.
    ///
    /// - Parameters:
    ///   - kernels: whose instructions both towers use.
    ///   - precision: the image tower's arithmetic.
    ///   - cache: where packed weights are kept.
    ///   - calibration: makes the frames that int8 is fitted to, the same ones each time; asked for where nothing
    ///     is packed yet.
    /// - Throws: ``EncodeError`` for weights that do not fit the manifest's configuration, `TensorError` for a
    ///   file that is no safetensors, and what `calibration` throws.
    public init(
        _ installed: InstalledModel, kernels: Kernels = .best, precision: Precision = .fp32,
        cache: PackCache = .none, calibration: (FrameScaler) throws -> [ScaledFrame] = { _ in [] }
    ) throws {
        let manifest = installed.manifest
        let weights = try SafetensorsFile(path: installed.weights.path)
        let scaler = FrameScaler(
            rule: CropRule(
                zoom: manifest.preprocessing.zoom, side: manifest.configuration.vision.imageSize),
            channels: manifest.preprocessing.channels)
        self.installed = installed
        self.scaler = scaler
        self.precision = precision
        let packing = TowerPacking(installed, weights: weights, kernels: kernels, cache: cache)
        vision = try packing.vision(precision) { try calibration(scaler).map(\.pixels) }
        text = TextSide(packing)
    }

    /// What one thread does at most in the image tower's arithmetic, additions and multiplications a second.
    public func peak(of kernels: Kernels) -> Double { kernels.peak(precision.format) }

    /// What its embeddings are good for.
    public var slot: ModelSlot { installed.manifest.slot }
    /// Values in an embedding.
    public var dimension: Int { installed.manifest.configuration.embedDimension }
    /// Whether it can read text: it has a text tower and a vocabulary.
    public var canEmbedText: Bool { installed.canEmbedText }

    /// What decides the vectors that clips get from this model.
    public func fingerprint(frames: FrameRule, mask: MaskRule) -> Fingerprint {
        Fingerprint(
            model: installed.manifest.name, weights: installed.manifest.weights.sha256, frames: frames,
            channels: scaler.channels, zoom: scaler.rule.zoom, mask: mask, precision: precision.rawValue)
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
    public func embed(text words: String) throws -> TextEmbedding { try embed(texts: [words])[0] }

    /// Embeds texts, in order, on this thread; several go through the tower together.
    ///
    /// The same bits as one at a time.
    ///
    /// - Throws: as ``embed(text:)``.
    public func embed(texts: [String]) throws -> [TextEmbedding] {
        try text.batches(of: texts).reduce(into: [TextEmbedding?](repeating: nil, count: texts.count)) {
            for (place, found) in try embed($1) { $0[place] = found }
        }.compactMap { $0 }
    }

    /// Projections of texts that are tokens already, not yet of unit length; for measuring.
    ///
    /// - Throws: as ``embed(text:)``, without a vocabulary.
    public func project(tokens: [[Int]]) throws -> [[Float]] { try text.project(tokens) }

    /// Texts that go through the tower together, for several threads.
    ///
    /// - Throws: as ``embed(text:)``.
    public func batches(of texts: [String]) throws -> [TextBatch] { try text.batches(of: texts) }

    /// Embeds a batch.
    ///
    /// - Returns: each text with its place among those that the batches were made of.
    public func embed(_ batch: TextBatch) throws -> [(place: Int, embedding: TextEmbedding)] {
        try text.embed(batch)
    }
}
