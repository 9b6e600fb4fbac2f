internal import EchoTensor

/// One ConvNeXt block's weights.
struct VisionBlock: Sendable {
    /// `[49, width]`, tap-major.
    let convolution: FloatTensor
    let convolutionBias: FloatTensor
    let norm: NormWeights
    let expand: LinearWeights
    let contract: LinearWeights
    let gamma: FloatTensor

    init(_ reader: WeightReader, key: String, width: Int) throws(EncodeError) {
        let kernel = try reader.tensor("\(key).conv_dw.weight", [width, 1, 7, 7])
        convolution = FloatTensor(shape: [49, width]) { kernel[$0 % width * 49 + $0 / width] }
        convolutionBias = try reader.tensor("\(key).conv_dw.bias", [width])
        norm = try reader.norm("\(key).norm", width: width)
        expand = try reader.linear("\(key).mlp.fc1", inputs: width, outputs: 4 * width)
        contract = try reader.linear("\(key).mlp.fc2", inputs: 4 * width, outputs: width)
        gamma = try reader.tensor("\(key).gamma", [width])
    }

    /// `x += γ · mlp(norm(conv(x)))` on the scratch's stream of `side · side` pixels.
    func run(side: Int, scratch: VisionScratch, tap: VisionTap?) {
        let rows = side * side
        let width = gamma.count
        Kernels.depthwise7(
            scratch.stream, height: side, width: side, weights: convolution, bias: convolutionBias,
            into: scratch.branch)
        tap?(.convolution, scratch.branch.prefix(rows * width))
        norm.apply(scratch.branch, rows: rows, epsilon: VisionTower.epsilon, into: scratch.branch)
        let step = VisionScratch.rowsAtOnce(width: width)
        for first in stride(from: 0, to: rows, by: step) {
            let count = min(step, rows - first)
            Kernels.linear(
                scratch.branch, firstRow: first, rows: count, weights: expand.weights, into: scratch.hidden)
            Kernels.biasGELU(scratch.hidden, rows: count, bias: expand.bias)
            Kernels.linear(scratch.hidden, rows: count, weights: contract.weights, into: scratch.output)
            tap?(.contraction, scratch.output.prefix(count * width))
            Kernels.addResidual(
                scratch.stream, firstRow: first, branch: scratch.output, rows: count, bias: contract.bias,
                gamma: gamma)
        }
    }
}
