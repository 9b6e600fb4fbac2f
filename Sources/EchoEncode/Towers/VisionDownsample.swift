internal import EchoTensor

/// `LayerNorm → Conv2d(k2, s2)`: patches of four normalized pixels and one linear layer.
struct VisionDownsample: Sendable {
    let layer: PackedLinear

    init(
        _ reader: WeightReader, key: String, widthBefore: Int, width: Int, kernels: Kernels
    ) throws(EncodeError) {
        let kernel = try reader.tensor("\(key).1.weight", [width, widthBefore, 2, 2])
        let norm = try reader.norm("\(key).0", width: widthBefore)
        let inputs = 4 * widthBefore
        layer = PackedLinear(
            LinearLayer(
                weights: FloatTensor(shape: [width, inputs]) { place in
                    let (output, column) = (place / inputs, place % inputs)
                    return kernel[(output * widthBefore + column % widthBefore) * 4 + column / widthBefore]
                },
                bias: try reader.tensor("\(key).1.bias", [width]),
                inputScale: FloatTensor(shape: [inputs]) { norm.scale[$0 % widthBefore] },
                inputShift: FloatTensor(shape: [inputs]) { norm.shift[$0 % widthBefore] }),
            kernels: kernels)
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
