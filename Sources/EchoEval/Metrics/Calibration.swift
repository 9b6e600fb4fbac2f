/// How far stated probabilities are from what came true.
package struct Calibration: Sendable, Equatable {
    /// One a case, 0...1.
    package let probabilities: [Double]
    /// What came true.
    package let labels: [Bool]

    /// Bins of equal width over 0...1.
    package static let bins = 10

    /// - Precondition: one label a probability.
    package init(probabilities: [Double], labels: [Bool]) {
        precondition(
            probabilities.count == labels.count,
            "\(probabilities.count) probabilities, \(labels.count) labels")
        self.probabilities = probabilities
        self.labels = labels
    }

    /// The expected calibration error: the mean over bins, weighted by their cases, of |said − came true|.
    ///
    /// - Returns: 0...1; `nil` for no case.
    package func expectedError(_ weights: [Double]) -> Double? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var said = [Double](repeating: 0, count: Self.bins)
        var came = said
        for place in probabilities.indices {
            let bin = min(Self.bins - 1, max(0, Int(probabilities[place] * Double(Self.bins))))
            said[bin] += weights[place] * probabilities[place]
            if labels[place] { came[bin] += weights[place] }
        }
        return zip(said, came).reduce(0.0) { $0 + abs($1.0 - $1.1) } / total
    }
}
