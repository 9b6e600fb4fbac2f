internal import EchoTensor

/// Reads a tower's tensors from a weights file, each held against its expected shape.
struct WeightReader {
    let file: SafetensorsFile

    /// A tensor as the file has it.
    func tensor(_ key: String, _ shape: [Int]) throws(EncodeError) -> FloatTensor {
        guard let info = file[key] else { throw .missingTensor(key: key, expected: shape) }
        guard info.shape == shape else { throw .wrongShape(key: key, found: info.shape, expected: shape) }
        do { return try file.floats(key) } catch { throw .weights(error) }
    }

    /// A LayerNorm's scale and shift.
    func norm(_ key: String, width: Int) throws(EncodeError) -> NormWeights {
        NormWeights(scale: try tensor("\(key).weight", [width]), shift: try tensor("\(key).bias", [width]))
    }

    /// A linear layer, `[outputs, inputs]` as PyTorch keeps it.
    func linear(_ key: String, inputs: Int, outputs: Int) throws(EncodeError) -> LinearWeights {
        LinearWeights(
            weights: try tensor("\(key).weight", [outputs, inputs]),
            bias: try tensor("\(key).bias", [outputs]))
    }

    /// A linear layer that things can be folded into.
    func layer(_ key: String, inputs: Int, outputs: Int) throws(EncodeError) -> LinearLayer {
        let linear = try linear(key, inputs: inputs, outputs: outputs)
        return LinearLayer(weights: linear.weights, bias: linear.bias)
    }
}
