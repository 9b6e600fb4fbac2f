public import EchoTensor

/// The image tower: a timm ConvNeXt, global average, LayerNorm, and a linear map into the shared space.
///
/// Stochastic depth, which training uses, is left out as in `model.eval()`.
///
/// - Source: `timm/models/convnext.py` and `open_clip/timm_model.py`, as run for `golden/tiny_clip`.
public struct VisionTower: Sendable {
    /// Added to a variance before its root is taken; timm's value for ConvNeXt.
    static let epsilon: Float = 1e-6

    /// The tower's shape.
    public let configuration: VisionConfiguration
    /// Values in a projection; 512 for EchoCLIP.
    public let embedDimension: Int
    let kernels: Kernels
    let layers: [VisionLayer]
    let headNorm: NormWeights
    let projection: FloatTensor

    /// Takes the weights from an open_clip checkpoint and packs them for the kernels.
    ///
    /// - Parameters:
    ///   - kernels: whose instructions it uses.
    ///   - precision: of the blocks' products; stem and downsampling, a fiftieth of the work, stay in fp32.
    ///   - calibration: frames as in ``project(_:scratch:)`` that tell the channels which stand out; used for
    ///     int8 alone.
    /// - Throws: ``EncodeError/missingTensor(key:expected:)``,
    ///   ``EncodeError/wrongShape(key:found:expected:)``, ``EncodeError/unknownArchitecture(reason:)``,
    ///   ``EncodeError/weights(_:)``.
    /// - Complexity: O(weights) time and memory.
    public init(
        weights: SafetensorsFile, configuration: ModelConfiguration, kernels: Kernels = .best,
        precision: Precision = .fp32, calibration: [[UInt8]] = []
    ) throws(EncodeError) {
        try configuration.validate()
        let reader = TowerReader(weights: WeightReader(file: weights), kernels: kernels)
        try self.init(reader, configuration, precision, calibration: calibration)
    }

    /// The same with the products that an earlier start packed.
    init(
        _ reader: TowerReader, _ configuration: ModelConfiguration, _ precision: Precision,
        calibration: [[UInt8]]
    ) throws(EncodeError) {
        let last = configuration.vision.widths[3]
        kernels = reader.kernels
        self.configuration = configuration.vision
        embedDimension = configuration.embedDimension
        layers = try Self.layers(reader, configuration, precision.format, calibration: calibration)
        headNorm = try reader.weights.norm("visual.trunk.head.norm", width: last)
        projection = try reader.weights.tensor("visual.head.proj.weight", [embedDimension, last])
    }

    /// A block's name in a checkpoint.
    static func blockKey(stage: Int, place: Int) -> String { "visual.trunk.stages.\(stage).blocks.\(place)" }

    /// Every product with its name.
    var products: [(key: String, product: PackedLinear)] { layers.flatMap(\.products) }

    private static func layers(
        _ reader: TowerReader, _ configuration: ModelConfiguration, _ format: NumberFormat,
        calibration frames: [[UInt8]]
    ) throws(EncodeError) -> [VisionLayer] {
        let (vision, kernels) = (configuration.vision, reader.kernels)
        let fits = format == .int8 && reader.packed == nil && !frames.isEmpty
        var calibration = fits ? VisionCalibration(frames, configuration: vision, kernels: kernels) : nil
        var (side, before) = (vision.imageSize / 4, vision.widths[0])
        var layers: [VisionLayer] = []
        func add(_ kind: VisionLayer.Kind, _ width: Int) {
            layers.append(VisionLayer(kind, side: side, width: width, kernels: kernels))
        }
        add(.stem(try VisionStem(reader, configuration: configuration, width: before)), before)
        _ = calibration?.pass(layers[0])
        for (stage, (depth, width)) in zip(vision.depths, vision.widths).enumerated() {
            if stage > 0 {
                side /= 2
                let key = "visual.trunk.stages.\(stage).downsample"
                add(
                    .downsample(try VisionDownsample(reader, key: key, widthBefore: before, width: width)),
                    width)
                _ = calibration?.pass(layers[layers.count - 1])
            }
            for place in 0..<depth {
                let key = blockKey(stage: stage, place: place)
                var sizes: VisionSizes?
                if calibration != nil {
                    let plain = try VisionBlock(reader, key: key, width: width)
                    sizes = calibration?.pass(
                        VisionLayer(
                            .block(plain, stage: stage, block: place), side: side, width: width,
                            kernels: kernels))
                }
                let block = try VisionBlock(reader, key: key, width: width, format: format, sizes: sizes)
                add(.block(block, stage: stage, block: place), width)
            }
            before = width
        }
        return layers
    }

    /// Working memory for this tower; each thread needs its own.
    public func makeScratch() -> VisionScratch {
        VisionScratch(layers, embedDimension: embedDimension)
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
        pass(frame, scratch: scratch).runAlone(tap: nil)
    }

    /// The frames' projections one after another: the same bits as one at a time.
    ///
    /// - Parameter frames: as in ``project(_:scratch:)``.
    public func project(_ frames: [[UInt8]]) -> [[Float]] {
        let scratch = makeScratch()
        return frames.map { project($0, scratch: scratch) }
    }

    /// The same projection in steps, for several threads.
    ///
    /// - Parameters:
    ///   - frame: as in ``project(_:scratch:)``.
    ///   - scratch: not in use elsewhere until the pass has ended.
    public func pass(_ frame: [UInt8], scratch: VisionScratch) -> VisionPass {
        VisionPass(self, .bytes(frame), lead: scratch)
    }

    /// One frame's projection, with every step shown.
    package func project(_ frame: [UInt8], scratch: VisionScratch, tap: VisionTap) -> [Float] {
        withoutActuallyEscaping(tap) { pass(frame, scratch: scratch).runAlone(tap: $0) }
    }

    /// The same of a normalized picture `[3, imageSize, imageSize]`.
    package func project(planar picture: [Float], scratch: VisionScratch, tap: VisionTap) -> [Float] {
        withoutActuallyEscaping(tap) {
            VisionPass(self, .normalized(picture), lead: scratch).runAlone(tap: $0)
        }
    }
}
