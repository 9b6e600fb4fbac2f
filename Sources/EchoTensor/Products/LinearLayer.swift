/// A linear layer as a checkpoint has it, and what is folded into it.
///
/// `y = outputScale · (weights · (inputScale · x + inputShift) + bias)`: the affine half of a LayerNorm in front,
/// and a ConvNeXt's layer scale behind, cost nothing once they are part of the weights.
package struct LinearLayer: Sendable {
    /// Shape `[outputs, inputs]`, as PyTorch keeps it.
    package var weights: FloatTensor
    /// Shape `[outputs]`.
    package var bias: FloatTensor
    /// Shape `[inputs]`.
    package var inputScale: FloatTensor?
    /// Shape `[inputs]`.
    package var inputShift: FloatTensor?
    /// Shape `[outputs]`.
    package var outputScale: FloatTensor?

    package var inputs: Int { weights.shape[1] }
    package var outputs: Int { weights.shape[0] }
    var isPlain: Bool { inputScale == nil && inputShift == nil && outputScale == nil }

    /// - Precondition: the extents agree.
    package init(
        weights: FloatTensor, bias: FloatTensor, inputScale: FloatTensor? = nil,
        inputShift: FloatTensor? = nil, outputScale: FloatTensor? = nil
    ) {
        precondition(weights.shape.count == 2, "weights of shape \(weights.shape)")
        self.weights = weights
        self.bias = bias
        self.inputScale = inputScale
        self.inputShift = inputShift
        self.outputScale = outputScale
        precondition(bias.count == outputs, "\(bias.count) biases for \(outputs) outputs")
        for scale in [inputScale, inputShift].compactMap({ $0 }) {
            precondition(scale.count == inputs, "\(scale.count) scales for \(inputs) inputs")
        }
        precondition(
            (outputScale?.count ?? outputs) == outputs,
            "\(outputScale?.count ?? 0) scales for \(outputs) outputs")
    }
}
