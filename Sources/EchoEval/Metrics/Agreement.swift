/// How well estimates of a number agree with the measured one; all in the number's own unit.
package struct Agreement: Sendable, Equatable {
    /// What was estimated.
    package let estimates: [Double]
    /// What is true.
    package let truths: [Double]

    /// - Precondition: one truth an estimate.
    package init(estimates: [Double], truths: [Double]) {
        precondition(estimates.count == truths.count, "\(estimates.count) estimates, \(truths.count) truths")
        self.estimates = estimates
        self.truths = truths
    }

    /// Estimate minus truth, one a case.
    package var differences: [Double] { zip(estimates, truths).map { $0 - $1 } }
    /// Every case once.
    package var ones: [Double] { [Double](repeating: 1, count: estimates.count) }

    /// The mean absolute difference; `nil` for no case.
    package func meanAbsoluteError(_ weights: [Double]) -> Double? {
        WeightedMean.of(differences.map(abs), weights)
    }

    /// The root of the mean squared difference; `nil` for no case.
    package func rootMeanSquareError(_ weights: [Double]) -> Double? {
        WeightedMean.of(differences.map { $0 * $0 }, weights).map { $0.squareRoot() }
    }

    /// The mean difference, above 0 where the estimates are too high; `nil` for no case.
    package func bias(_ weights: [Double]) -> Double? { WeightedMean.of(differences, weights) }

    /// Bias ± 1.96 standard deviations of the differences; `nil` for fewer than two cases.
    ///
    /// - Source: Bland and Altman, Lancet 1986; the deviation with n − 1.
    package func limitsOfAgreement(_ weights: [Double]) -> ClosedRange<Double>? {
        let total = weights.reduce(0, +)
        guard total > 1, let bias = bias(weights) else { return nil }
        let squares = zip(differences, weights).reduce(0.0) { $0 + $1.1 * ($1.0 - bias) * ($1.0 - bias) }
        let reach = Self.limitFactor * (squares / (total - 1)).squareRoot()
        return (bias - reach)...(bias + reach)
    }

    /// The normal quantile of 97.5 % as Bland and Altman round it.
    package static let limitFactor = 1.96

    /// Pearson's correlation, −1...1; `nil` where either side does not vary.
    package func correlation(_ weights: [Double]) -> Double? {
        guard let one = WeightedMean.of(estimates, weights),
            let other = WeightedMean.of(truths, weights)
        else { return nil }
        var (both, first, second) = (0.0, 0.0, 0.0)
        for place in estimates.indices {
            let (left, right) = (estimates[place] - one, truths[place] - other)
            both += weights[place] * left * right
            first += weights[place] * left * left
            second += weights[place] * right * right
        }
        return first > 0 && second > 0 ? both / (first * second).squareRoot() : nil
    }
}
