internal import EchoTensor

/// One ConvNeXt block's weights: the norm is folded into the first linear layer, the layer scale into the second.
struct VisionBlock: Sendable {
    /// `[49, width]`, tap-major.
    let convolution: FloatTensor
    let convolutionBias: FloatTensor
    let expand: PackedLinear
    let contract: PackedLinear

    /// - Parameter sizes: how large the inputs of both layers were in calibration; for bytes alone.
    init(
        _ reader: TowerReader, key: String, width: Int, format: NumberFormat = .fp32,
        sizes: VisionSizes? = nil
    ) throws(EncodeError) {
        let weights = reader.weights
        let kernel = try weights.tensor("\(key).conv_dw.weight", [width, 1, 7, 7])
        convolution = FloatTensor(shape: [49, width]) { kernel[$0 % width * 49 + $0 / width] }
        convolutionBias = try weights.tensor("\(key).conv_dw.bias", [width])
        expand = try reader.product(
            "\(key).mlp.fc1", inputs: width, outputs: 4 * width, format: format, sizes: sizes?.normed
        ) { () throws(EncodeError) in
            try weights.layer("\(key).mlp.fc1", inputs: width, outputs: 4 * width)
                .behind(try weights.norm("\(key).norm", width: width))
        }
        contract = try reader.product(
            "\(key).mlp.fc2", inputs: 4 * width, outputs: width, format: format, sizes: sizes?.hidden
        ) { () throws(EncodeError) in
            var layer = try weights.layer("\(key).mlp.fc2", inputs: 4 * width, outputs: width)
            layer.outputScale = try weights.tensor("\(key).gamma", [width])
            return layer
        }
    }

    /// Each product with its name.
    func products(_ key: String) -> [(key: String, product: PackedLinear)] {
        [("\(key).mlp.fc1", expand), ("\(key).mlp.fc2", contract)]
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
        let hidden = ActivationRows(
            scratch.hidden, format: expand.hiddenFormat, channels: 4 * width, capacity: count)
        expand.applyGELU(
            expand.taking(normed, rows: count, over: scratch.words), rows: count, into: hidden)
        let taken = contract.taking(hidden, rows: count, over: scratch.words)
        if let tap {
            tap(.normed, normed.values(rows: count))
            tap(.hidden, hidden.values(rows: count))
            contract.apply(taken, rows: count, into: scratch.convolved)
            tap(.contraction, scratch.convolved.prefix(count * width))
        }
        contract.apply(taken, rows: count, adding: input, into: output, firstRow: rows.lowerBound * side)
    }
}
