/// One step of a readout: a linear map, and after it, except in the last step, zero for what is negative.
public struct MotionLayer: Sendable, Equatable, Codable {
    /// Row-major, shape `[outputs, inputs]`.
    public let weights: [Float]
    /// Shape `[outputs]`.
    public let bias: [Float]

    /// Joins the two.
    public init(weights: [Float], bias: [Float]) {
        self.weights = weights
        self.bias = bias
    }

    /// Values that come out.
    public var outputs: Int { bias.count }
    /// Values that go in; 0 where the weights do not fill whole rows.
    public var inputs: Int {
        bias.isEmpty || !weights.count.isMultiple(of: bias.count) ? 0 : weights.count / bias.count
    }

    /// The linear map, summed in double precision in the order of the inputs.
    func applied(to values: [Float]) -> [Float] {
        precondition(values.count == inputs, "\(values.count) values for a layer of \(inputs)")
        return bias.indices.map { output in
            var sum = Double(bias[output])
            for (weight, value) in zip(weights[output * inputs..<(output + 1) * inputs], values) {
                sum += Double(weight) * Double(value)
            }
            return Float(sum)
        }
    }
}
