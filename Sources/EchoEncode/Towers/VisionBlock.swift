internal import EchoTensor

/// One ConvNeXt block's weights: the norm is folded into the first linear layer, the layer scale into the second.
struct VisionBlock: Sendable {
    /// `[49, width]`, tap-major.
    let convolution: FloatTensor
    let convolutionBias: FloatTensor
    let expand: PackedLinear
    let contract: PackedLinear

    init(_ reader: WeightReader, key: String, width: Int, kernels: Kernels) throws(EncodeError) {
        let kernel = try reader.tensor("\(key).conv_dw.weight", [width, 1, 7, 7])
        convolution = FloatTensor(shape: [49, width]) { kernel[$0 % width * 49 + $0 / width] }
        convolutionBias = try reader.tensor("\(key).conv_dw.bias", [width])
        let norm = try reader.norm("\(key).norm", width: width)
        var layer = try reader.layer("\(key).mlp.fc1", inputs: width, outputs: 4 * width)
        layer.inputScale = norm.scale
        layer.inputShift = norm.shift
        expand = PackedLinear(layer, kernels: kernels)
        layer = try reader.layer("\(key).mlp.fc2", inputs: 4 * width, outputs: width)
        layer.outputScale = try reader.tensor("\(key).gamma", [width])
        contract = PackedLinear(layer, kernels: kernels)
    }

    /// `output = input + γ · mlp(norm(conv(input)))` on image rows of a picture of `side · side` pixels.
    func run(
        rows: Range<Int>, side: Int, input: FloatBuffer, output: FloatBuffer, scratch: VisionScratch,
        kernels: Kernels, tap: VisionTap?
    ) {
        let (count, width) = (rows.count * side, contract.outputs)
        kernels.depthwise7(
            input, height: side, width: side, rows: rows, weights: convolution, bias: convolutionBias,
            into: scratch.convolved)
        tap?(.convolution, scratch.convolved.prefix(count * width))
        let normed = ActivationRows(scratch.rows, channels: width, capacity: count)
        kernels.normalize(scratch.convolved, rows: count, epsilon: VisionTower.epsilon, into: normed)
        let hidden = ActivationRows(scratch.hidden, channels: 4 * width, capacity: count)
        expand.applyGELU(normed, rows: count, into: hidden)
        if let tap {
            contract.apply(hidden, rows: count, into: scratch.convolved)
            tap(.contraction, scratch.convolved.prefix(count * width))
        }
        contract.apply(
            hidden, rows: count, adding: input, into: output, firstRow: rows.lowerBound * side)
    }
}
