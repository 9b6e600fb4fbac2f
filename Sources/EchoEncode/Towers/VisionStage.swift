internal import EchoTensor

/// One stage of a ConvNeXt: a halving of the grid, except in the first, then blocks.
struct VisionStage: Sendable {
    let width: Int
    let downsample: Downsample?
    let blocks: [VisionBlock]

    /// Weights of `LayerNorm → Conv2d(k2, s2)`.
    struct Downsample: Sendable {
        let norm: NormWeights
        /// `[width, 4 · widthBefore]`, columns by row, column, channel.
        let weights: FloatTensor
        let bias: FloatTensor
    }

    init(
        _ reader: WeightReader, stage: Int, depth: Int, widthBefore: Int?, width: Int
    ) throws(EncodeError) {
        let key = "visual.trunk.stages.\(stage)"
        self.width = width
        if let before = widthBefore {
            let kernel = try reader.tensor("\(key).downsample.1.weight", [width, before, 2, 2])
            downsample = Downsample(
                norm: try reader.norm("\(key).downsample.0", width: before),
                weights: FloatTensor(shape: [width, 4 * before]) { place in
                    let (output, column) = (place / (4 * before), place % (4 * before))
                    return kernel[(output * before + column % before) * 4 + column / before]
                },
                bias: try reader.tensor("\(key).downsample.1.bias", [width]))
        } else {
            downsample = nil
        }
        var blocks: [VisionBlock] = []
        for block in 0..<depth {
            blocks.append(try VisionBlock(reader, key: "\(key).blocks.\(block)", width: width))
        }
        self.blocks = blocks
    }

    /// Runs the stage on the scratch's stream.
    ///
    /// - Parameter side: of the grid that comes in.
    /// - Returns: the side of the grid that goes out.
    func run(stage: Int, side: Int, scratch: VisionScratch, tap: VisionTap?) -> Int {
        var grid = side
        if let downsample {
            let before = downsample.norm.scale.count
            downsample.norm.apply(
                scratch.stream, rows: side * side, epsilon: VisionTower.epsilon, into: scratch.branch)
            Kernels.patches2(
                scratch.branch, height: side, width: side, channels: before, into: scratch.patches)
            grid = side / 2
            Kernels.linear(
                scratch.patches, rows: grid * grid, weights: downsample.weights, into: scratch.stream)
            Kernels.addBias(scratch.stream, rows: grid * grid, bias: downsample.bias)
        }
        for (place, block) in blocks.enumerated() {
            block.run(side: grid, scratch: scratch, tap: tap)
            tap?(.block(stage: stage, block: place), scratch.stream.prefix(grid * grid * width))
        }
        return grid
    }
}
