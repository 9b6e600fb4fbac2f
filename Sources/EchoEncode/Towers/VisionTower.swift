public import EchoTensor

/// The image tower: a timm ConvNeXt, global average, LayerNorm, and a linear map into the shared space.
///
/// Computes in fp32; stochastic depth, which training uses, is left out as in `model.eval()`.
///
/// - Source: `timm/models/convnext.py` and `open_clip/timm_model.py`, as run for `golden/tiny_clip`.
public struct VisionTower: Sendable {
    /// Added to a variance before its root is taken; timm's value for ConvNeXt.
    static let epsilon: Float = 1e-6

    /// The tower's shape.
    public let configuration: VisionConfiguration
    /// Values in a projection; 512 for EchoCLIP.
    public let embedDimension: Int
    private let table: FloatTensor
    private let stem: LinearWeights
    private let stemNorm: NormWeights
    private let stages: [VisionStage]
    private let headNorm: NormWeights
    private let projection: FloatTensor

    /// Takes the weights from an open_clip checkpoint; most of them stay where the file is mapped.
    ///
    /// - Throws: ``EncodeError/missingTensor(key:expected:)``,
    ///   ``EncodeError/wrongShape(key:found:expected:)``, ``EncodeError/unknownArchitecture(reason:)``,
    ///   ``EncodeError/weights(_:)``.
    public init(weights: SafetensorsFile, configuration: ModelConfiguration) throws(EncodeError) {
        try configuration.validate()
        let reader = WeightReader(file: weights)
        let vision = configuration.vision
        let (first, last) = (vision.widths[0], vision.widths[3])
        self.configuration = vision
        embedDimension = configuration.embedDimension
        let (mean, deviation) = (configuration.mean, configuration.standardDeviation)
        table = FloatTensor(shape: [3, 256]) { place in
            (Float(place % 256) / 255 - mean[place / 256]) / deviation[place / 256]
        }
        let kernel = try reader.tensor("visual.trunk.stem.0.weight", [first, 3, 4, 4])
        stem = LinearWeights(
            weights: kernel.reshaped([first, 48]),
            bias: try reader.tensor("visual.trunk.stem.0.bias", [first]))
        stemNorm = try reader.norm("visual.trunk.stem.1", width: first)
        var stages: [VisionStage] = []
        for (stage, (depth, width)) in zip(vision.depths, vision.widths).enumerated() {
            stages.append(
                try VisionStage(
                    reader, stage: stage, depth: depth, widthBefore: stages.last?.width, width: width))
        }
        self.stages = stages
        headNorm = try reader.norm("visual.trunk.head.norm", width: last)
        projection = try reader.tensor("visual.head.proj.weight", [embedDimension, last])
    }

    /// Working memory for this tower; each thread needs its own.
    public func makeScratch() -> VisionScratch {
        VisionScratch(configuration, embedDimension: embedDimension)
    }

    /// One frame's projection, not yet of unit length.
    ///
    /// Depends on the frame alone: not on the frames before it, the thread, or how many run at once.
    ///
    /// - Parameters:
    ///   - frame: shape `[imageSize, imageSize, 3]`, 8 bits, channels in the order the model is fed.
    ///   - scratch: from ``makeScratch()`` of this tower.
    /// - Returns: shape `[embedDimension]`.
    public func project(_ frame: [UInt8], scratch: VisionScratch) -> [Float] {
        Kernels.patches(frame, side: configuration.imageSize, table: table, into: scratch.patches)
        return forward(scratch, tap: nil)
    }

    /// The frames' projections one after another: the same bits as one at a time.
    ///
    /// - Parameter frames: as in ``project(_:scratch:)``.
    public func project(_ frames: [[UInt8]]) -> [[Float]] {
        let scratch = makeScratch()
        return frames.map { project($0, scratch: scratch) }
    }

    /// One frame's projection, with every step shown.
    package func project(_ frame: [UInt8], scratch: VisionScratch, tap: VisionTap) -> [Float] {
        Kernels.patches(frame, side: configuration.imageSize, table: table, into: scratch.patches)
        return withoutActuallyEscaping(tap) { forward(scratch, tap: $0) }
    }

    /// The same of a normalized picture `[3, imageSize, imageSize]`.
    package func project(planar picture: [Float], scratch: VisionScratch, tap: VisionTap) -> [Float] {
        Kernels.patches(planar: picture, side: configuration.imageSize, into: scratch.patches)
        return withoutActuallyEscaping(tap) { forward(scratch, tap: $0) }
    }

    private func forward(_ scratch: VisionScratch, tap: VisionTap?) -> [Float] {
        var side = configuration.imageSize / 4
        let width = stem.bias.count
        Kernels.linear(scratch.patches, rows: side * side, weights: stem.weights, into: scratch.stream)
        Kernels.addBias(scratch.stream, rows: side * side, bias: stem.bias)
        stemNorm.apply(scratch.stream, rows: side * side, epsilon: Self.epsilon, into: scratch.stream)
        tap?(.stem, scratch.stream.prefix(side * side * width))
        for (place, stage) in stages.enumerated() {
            side = stage.run(stage: place, side: side, scratch: scratch, tap: tap)
        }
        let last = headNorm.scale.count
        Kernels.meanRows(scratch.stream, rows: side * side, columns: last, into: scratch.pooled)
        headNorm.apply(scratch.pooled, rows: 1, epsilon: Self.epsilon, into: scratch.pooled)
        tap?(.head, scratch.pooled.prefix(last))
        Kernels.project(scratch.pooled, weights: projection, into: scratch.projection)
        return scratch.projection.prefix(embedDimension)
    }
}
