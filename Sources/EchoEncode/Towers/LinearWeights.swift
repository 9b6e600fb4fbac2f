internal import EchoTensor

/// A linear layer's weights: `[outputs, inputs]` and `[outputs]`.
struct LinearWeights: Sendable {
    let weights: FloatTensor
    let bias: FloatTensor
}
