internal import EchoTensor

/// `LayerNorm → Conv2d(k2, s2)`: patches of four normalized pixels and one linear layer.
struct VisionDownsample: Sendable {
    /// Its name in a checkpoint.
    let key: String
    let layer: PackedLinear

    init(_ reader: TowerReader, key: String, widthBefore: Int, width: Int) throws(EncodeError) {
        self.key = key
        let (inputs, weights) = (4 * widthBefore, reader.weights)
        layer = try reader.product(key, inputs: inputs, outputs: width) { () throws(EncodeError) in
            let kernel = try weights.tensor("\(key).1.weight", [width, widthBefore, 2, 2])
            let norm = try weights.norm("\(key).0", width: widthBefore)
            return LinearLayer(
                weights: FloatTensor(shape: [width, inputs]) { place in
                    let (output, column) = (place / inputs, place % inputs)
                    return kernel[(output * widthBefore + column % widthBefore) * 4 + column / widthBefore]
                },
                bias: try weights.tensor("\(key).1.bias", [width]),
                inputScale: FloatTensor(shape: [inputs]) { norm.scale[$0 % widthBefore] },
                inputShift: FloatTensor(shape: [inputs]) { norm.shift[$0 % widthBefore] })
        }
    }

    /// Rows of the halved picture of `side · side` pixels.
    func run(
        rows: Range<Int>, side: Int, input: FloatBuffer, output: FloatBuffer, scratch: VisionScratch,
        kernels: Kernels
    ) {
        let count = rows.count * side
        let patches = ActivationRows(scratch.rows, channels: layer.inputs, capacity: count)
        kernels.normalizedPatches2(
            input, width: 2 * side, rows: rows, epsilon: VisionTower.epsilon, into: patches)
        layer.apply(patches, rows: count, into: output, firstRow: rows.lowerBound * side)
    }
}
