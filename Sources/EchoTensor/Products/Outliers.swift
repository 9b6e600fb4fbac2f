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
    /// And at most one input in so many, since each wide one is multiplied twice.
    static let leastShare = 16
    /// How far beyond the median a column of weights, or a channel of activations, may lie: two bits.
    static let excess: Float = 4

    /// No channel is treated apart.
    package static func none(inputs: Int) -> Outliers {
        Outliers(factors: FloatTensor(shape: [inputs]) { _ in 1 }, wide: [])
    }

    /// Joins what was found.
    package init(factors: FloatTensor, wide: [Int]) {
        precondition(wide.count <= Self.limit, "\(wide.count) wide channels of at most \(Self.limit)")
        precondition(
            wide.allSatisfy { (0..<factors.count).contains($0) }, "a channel beyond \(factors.count)")
        self.factors = factors
        self.wide = wide
        let set = Set(wide)
        ranged = FloatTensor(shape: [factors.count]) { set.contains($0) ? 0 : 1 }
    }

    /// Finds the columns of weights, and the channels of activations, that stand out.
    ///
    /// - Parameter sizes: how large each input's activations were, by calibration; `nil` where nobody looked.
    /// - Complexity: O(weights).
    package init(of layer: LinearLayer, sizes: [Float]? = nil) {
        let columns = Self.columnSizes(layer)
        let (median, usual) = (Self.median(columns), sizes.map(Self.median) ?? 0)
        // How far each input, once its weights' excess has moved into it, lies beyond the others.
        var reach: [(channel: Int, size: Float)] = []
        for (channel, column) in columns.enumerated() where median > 0 && column > 0 {
            let (weight, value) = (column / median, usual > 0 ? (sizes?[channel] ?? usual) / usual : 1)
            if weight > Self.excess || value > Self.excess { reach.append((channel, weight * value)) }
        }
        let kept = reach.sorted { $0.size > $1.size }
            .prefix(min(Self.limit, max(8, columns.count / Self.leastShare))).map(\.channel)
        var factors = [Float](repeating: 1, count: columns.count)
        // A wide channel has bits enough for any factor; its weights then use the whole range of theirs.
        for channel in kept { factors[channel] = columns[channel] / median }
        self.init(factors: FloatTensor(shape: [columns.count], values: factors), wide: kept.sorted())
    }

    private static func median(_ sizes: [Float]) -> Float { sizes.sorted()[sizes.count / 2] }

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
