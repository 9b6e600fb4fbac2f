import CEchoKernels
import EchoCore
import EchoTensor
import EchoTesting
import Foundation

/// A linear layer with everything folded in, rows to put through it, and what double precision says of them.
struct LayerCase {
    let rows: Int
    let inputs: Int
    let outputs: Int
    var input: [Float]
    let residual: [Float]
    var layer: LinearLayer

    /// Sums of about size 1, whatever the number of inputs.
    init(rows: Int, inputs: Int, outputs: Int, _ random: inout SplitMix64) {
        func numbers(_ count: Int, _ range: ClosedRange<Float>, _ random: inout SplitMix64) -> [Float] {
            (0..<count).map { _ in Float.random(in: range, using: &random) }
        }
        func vector(_ count: Int, _ range: ClosedRange<Float>, _ random: inout SplitMix64) -> FloatTensor {
            FloatTensor(shape: [count], values: numbers(count, range, &random))
        }
        (self.rows, self.inputs, self.outputs) = (rows, inputs, outputs)
        let size = 3 / Float(inputs).squareRoot()
        input = numbers(rows * inputs, -1...1, &random)
        residual = numbers(rows * outputs, -1...1, &random)
        layer = LinearLayer(
            weights: FloatTensor(
                shape: [outputs, inputs], values: numbers(outputs * inputs, -size...size, &random)),
            bias: vector(outputs, -1...1, &random), inputScale: vector(inputs, 0.5...1.5, &random),
            inputShift: vector(inputs, -0.1...0.1, &random), outputScale: vector(outputs, 0.5...1.5, &random))
    }

    /// Odd extents from a seed.
    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (rows, inputs) = (Int.random(in: 1...45, using: &random), Int.random(in: 1...150, using: &random))
        self.init(
            rows: rows, inputs: inputs, outputs: Int.random(in: 1...100, using: &random), &random)
    }

    /// A folded weight in double precision.
    func weight(_ output: Int, _ input: Int) -> Double {
        Double(layer.weights[output * inputs + input]) * Double(layer.inputScale?[input] ?? 1)
            * Double(layer.outputScale?[output] ?? 1)
    }

    /// `[rows, outputs]` with inputs and weights rounded first as a format rounds them.
    func expected(rounded: (Float) -> Float = { $0 }) -> [Double] {
        let weights = (0..<outputs * inputs).map { place in
            Double(rounded(Float(weight(place / inputs, place % inputs))))
        }
        let biases = (0..<outputs).map { output in
            (0..<inputs).reduce(Double(layer.bias[output])) { sum, k in
                sum + Double(layer.weights[output * inputs + k]) * Double(layer.inputShift?[k] ?? 0)
            } * Double(layer.outputScale?[output] ?? 1)
        }
        let values = input.map { Double(rounded($0)) }
        return (0..<rows * outputs).map { place in
            let (row, output) = (place / outputs, place % outputs)
            return (0..<inputs).reduce(biases[output]) {
                $0 + values[row * inputs + $1] * weights[output * inputs + $1]
            }
        }
    }

    /// The rows in a format, ready for a product.
    func activations(_ format: NumberFormat, _ outliers: Outliers?, _ kernels: Kernels) -> ActivationRows {
        func room(_ format: NumberFormat, _ wide: Int) -> ActivationRows {
            let group = Int(kernels.instructions.kernels.group)
            let floats = ActivationRows.floats(
                format: format, channels: inputs, rows: rows, wide: wide, group: group)
            return ActivationRows(
                FloatBuffer(count: floats), format: format, channels: inputs, capacity: rows, wide: wide,
                group: group)
        }
        let plain = room(.fp32, 0)
        Kernels.copy(ProductTests.buffer(input), rows: rows, into: plain)
        if format == .fp32 { return plain }
        let converted = room(format, outliers?.wide.count ?? 0)
        kernels.convert(plain, rows: rows, into: converted, outliers: outliers)
        return converted
    }

    /// The product in a format, the residual added where asked for.
    func product(
        _ format: NumberFormat, _ kernels: Kernels, outliers: Outliers? = nil, isAdded: Bool = false
    ) -> [Float] {
        let packed = PackedLinear(layer, format: format, outliers: outliers, kernels: kernels)
        let output = FloatBuffer(count: rows * outputs)
        packed.apply(
            activations(format, packed.outliers, kernels), rows: rows,
            adding: isAdded ? ProductTests.buffer(residual) : nil, into: output)
        return output.prefix(rows * outputs)
    }

    /// `|found − expected| / |expected|`, of the whole.
    static func relativeError(_ found: [Float], _ expected: [Double]) -> Double {
        var (error, size) = (0.0, 0.0)
        for (a, b) in zip(found, expected) {
            error += (Double(a) - b) * (Double(a) - b)
            size += b * b
        }
        return (error / size).squareRoot()
    }
}
