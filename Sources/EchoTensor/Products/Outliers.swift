/// Channels of a product of bytes that are treated apart, because one scale would not fit them and the others.
///
/// A real ConvNeXt has channels, the same for every picture, that are tens of times larger than the rest, in its
/// activations, in its weights, or in both. Left alone they take the range, and the rest keeps a few levels.
package struct Outliers: Sendable {
    /// What each input is multiplied by, and its weights divided by; shape `[inputs]`.
    package let factors: FloatTensor
    /// 1, or 0 for a wide channel; shape `[inputs]`.
    let ranged: FloatTensor
    /// Inputs that get 16 bits, ascending.
    package let wide: [Int]

    /// At most as many channels as keep sums within 32 bits.
    static let limit = 128
    /// How far beyond the median a column of weights may lie before its size moves into the inputs: two bits.
    static let weightExcess: Float = 4

    /// No channel is treated apart.
    package static func none(inputs: Int) -> Outliers {
        Outliers(factors: FloatTensor(shape: [inputs]) { _ in 1 }, wide: [])
    }

    init(factors: FloatTensor, wide: [Int]) {
        precondition(wide.count <= Self.limit, "\(wide.count) wide channels of at most \(Self.limit)")
        precondition(
            wide.allSatisfy { (0..<factors.count).contains($0) }, "a channel beyond \(factors.count)")
        self.factors = factors
        self.wide = wide
        let set = Set(wide)
        ranged = FloatTensor(shape: [factors.count]) { set.contains($0) ? 0 : 1 }
    }

    /// Finds the columns of weights that stand out, and takes the channels that are known to.
    ///
    /// - Parameter channels: inputs whose activations are far larger than the others', by calibration.
    /// - Complexity: O(weights).
    package init(of layer: LinearLayer, channels: Set<Int> = []) {
        let sizes = Self.columnSizes(layer)
        let median = sizes.sorted()[sizes.count / 2]
        var factors = [Float](repeating: 1, count: sizes.count)
        var wide = channels
        for (channel, size) in sizes.enumerated() where median > 0 && size > 0 {
            if size > Self.weightExcess * median { wide.insert(channel) }
            // A wide channel has bits enough for any factor; its weights then use the whole range of theirs.
            if wide.contains(channel) { factors[channel] = size / median }
        }
        let widest = wide.sorted { factors[$0] > factors[$1] }.prefix(Self.limit)
        self.init(factors: FloatTensor(shape: [sizes.count], values: factors), wide: widest.sorted())
    }

    /// The largest weight of each input, scales folded in.
    private static func columnSizes(_ layer: LinearLayer) -> [Float] {
        var sizes = [Float](repeating: 0, count: layer.inputs)
        for output in 0..<layer.outputs {
            let row = layer.weights.start + output * layer.inputs
            for input in 0..<layer.inputs { sizes[input] = max(sizes[input], abs(row[input])) }
        }
        guard let scale = layer.inputScale else { return sizes }
        return sizes.enumerated().map { $1 * abs(scale[$0]) }
    }
}
