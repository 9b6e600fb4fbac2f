internal import EchoTensor

/// `Conv2d(k4, s4) → LayerNorm`: patches of 4x4 pixels, one linear layer, a norm.
struct VisionStem: Sendable {
    /// What each byte of each channel becomes, `[3, 256]`.
    let table: FloatTensor
    /// Its name in a checkpoint.
    static let key = "visual.trunk.stem"
    let layer: PackedLinear
    let norm: NormWeights

    init(
        _ reader: TowerReader, configuration: ModelConfiguration, width: Int
    ) throws(EncodeError) {
        let (mean, deviation) = (configuration.mean, configuration.standardDeviation)
        table = FloatTensor(shape: [3, 256]) { place in
            (Float(place % 256) / 255 - mean[place / 256]) / deviation[place / 256]
        }
        let (key, weights) = (Self.key, reader.weights)
        layer = try reader.product(key, inputs: 48, outputs: width) { () throws(EncodeError) in
            LinearLayer(
                weights: try weights.tensor("\(key).0.weight", [width, 3, 4, 4]).reshaped([width, 48]),
                bias: try weights.tensor("\(key).0.bias", [width]))
        }
        norm = try weights.norm("\(key).1", width: width)
    }

    /// Rows of patches of a picture, `side` patches on each side.
    func run(
        _ picture: VisionPicture, rows: Range<Int>, side: Int, output: FloatBuffer, scratch: VisionScratch,
        kernels: Kernels
    ) {
        let count = rows.count * side
        let patches = ActivationRows(scratch.rows, channels: 48, capacity: count)
        switch picture {
        case .bytes(let pixels):
            Kernels.patches(pixels, side: 4 * side, rows: rows, table: table, into: patches)
        case .normalized(let planar):
            Kernels.patches(planar: planar, side: 4 * side, rows: rows, into: patches)
        }
        layer.apply(patches, rows: count, into: scratch.convolved)
        kernels.layerNorm(
            scratch.convolved, rows: count, scale: norm.scale, shift: norm.shift,
            epsilon: VisionTower.epsilon, into: output, firstRow: rows.lowerBound * side)
    }
}
