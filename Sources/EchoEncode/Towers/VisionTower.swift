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
    let kernels: Kernels
    let layers: [VisionLayer]
    let headNorm: NormWeights
    let projection: FloatTensor

    /// Takes the weights from an open_clip checkpoint and packs them for the kernels.
    ///
    /// - Parameter kernels: whose instructions it uses.
    /// - Throws: ``EncodeError/missingTensor(key:expected:)``,
    ///   ``EncodeError/wrongShape(key:found:expected:)``, ``EncodeError/unknownArchitecture(reason:)``,
    ///   ``EncodeError/weights(_:)``.
    /// - Complexity: O(weights) time and memory.
    public init(
        weights: SafetensorsFile, configuration: ModelConfiguration, kernels: Kernels = .best
    ) throws(EncodeError) {
        try configuration.validate()
        let reader = WeightReader(file: weights)
        let last = configuration.vision.widths[3]
        self.kernels = kernels
        self.configuration = configuration.vision
        embedDimension = configuration.embedDimension
        layers = try Self.layers(reader, configuration, kernels)
        headNorm = try reader.norm("visual.trunk.head.norm", width: last)
        projection = try reader.tensor("visual.head.proj.weight", [embedDimension, last])
    }

    private static func layers(
        _ reader: WeightReader, _ configuration: ModelConfiguration, _ kernels: Kernels
    ) throws(EncodeError) -> [VisionLayer] {
        let vision = configuration.vision
        var (side, before) = (vision.imageSize / 4, vision.widths[0])
        let stem = try VisionStem(reader, configuration: configuration, width: before, kernels: kernels)
        var layers = [VisionLayer(.stem(stem), side: side, width: before, kernels: kernels)]
        for (stage, (depth, width)) in zip(vision.depths, vision.widths).enumerated() {
            let key = "visual.trunk.stages.\(stage)"
            if stage > 0 {
                side /= 2
                let downsample = try VisionDownsample(
                    reader, key: "\(key).downsample", widthBefore: before, width: width, kernels: kernels)
                layers.append(
                    VisionLayer(.downsample(downsample), side: side, width: width, kernels: kernels))
            }
            for place in 0..<depth {
                let block = try VisionBlock(
                    reader, key: "\(key).blocks.\(place)", width: width, kernels: kernels)
                layers.append(
                    VisionLayer(
                        .block(block, stage: stage, block: place), side: side, width: width, kernels: kernels)
                )
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
