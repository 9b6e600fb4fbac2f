/// The four neighbors and weights from which each output sample of one axis is made.
///
/// Keys' cubic with a = −0.75, half-pixel centers, borders replicated, as OpenCV's `INTER_CUBIC`.
struct CubicTaps {
    /// The sharpness of OpenCV's cubic.
    static let sharpness = -0.75

    /// Input positions, shape `[outputs, 4]`, each in 0 ..< inputs.
    let positions: [Int]
    /// Weights, shape `[outputs, 4]`; each row's sum is 1.
    let weights: [Float]

    /// - Parameters:
    ///   - inputs: samples on the axis before.
    ///   - outputs: samples after.
    init(inputs: Int, outputs: Int) {
        var positions = [Int]()
        var weights = [Float]()
        positions.reserveCapacity(outputs * 4)
        weights.reserveCapacity(outputs * 4)
        let step = Double(inputs) / Double(outputs)
        for output in 0..<outputs {
            let center = (Double(output) + 0.5) * step - 0.5
            let first = center.rounded(.down)
            for tap in -1...2 { positions.append(min(max(Int(first) + tap, 0), inputs - 1)) }
            weights.append(contentsOf: Self.weights(fraction: center - first))
        }
        self.positions = positions
        self.weights = weights
    }

    /// Whether an output sample's taps reach beyond the axis, so that an end sample stands in.
    ///
    /// Known by a position that is held twice, on an axis of 4 samples and more.
    func reachesBeyond(_ output: Int) -> Bool {
        let tap = output * 4
        return positions[tap] == positions[tap + 1] || positions[tap + 2] == positions[tap + 3]
    }

    /// The four weights at a distance 0 ..< 1 after the second neighbor.
    ///
    /// The distance is first brought to single precision beside 1, the cubic is taken in double precision and
    /// its values are brought to single: found by bisecting OpenCV's output at its rounding ties.
    private static func weights(fraction: Double) -> [Float] {
        let x = Double(1 + Float(fraction)) - 1
        let a = sharpness
        return [
            Float(a * x - 2 * a * x * x + a * x * x * x),
            Float(1 - (a + 3) * x * x + (a + 2) * x * x * x),
            Float(-a * x + (2 * a + 3) * x * x - (a + 2) * x * x * x),
            Float(a * x * x - a * x * x * x),
        ]
    }
}
