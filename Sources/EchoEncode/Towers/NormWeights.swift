internal import EchoTensor

/// A LayerNorm's weights, both `[width]`.
struct NormWeights: Sendable {
    let scale: FloatTensor
    let shift: FloatTensor

    /// Normalizes the rows of a buffer into another, or in place.
    func apply(
        _ input: FloatBuffer, rows: Int, epsilon: Float, kernels: Kernels, into output: FloatBuffer
    ) {
        kernels.layerNorm(input, rows: rows, scale: scale, shift: shift, epsilon: epsilon, into: output)
    }
}
