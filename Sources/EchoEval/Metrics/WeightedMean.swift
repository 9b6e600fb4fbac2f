/// The mean of values of which some count more often than others.
enum WeightedMean {
    /// - Parameters:
    ///   - values: one a case.
    ///   - weights: one a case, 0 or more.
    /// - Returns: `nil` where the weights add up to 0, as for no case.
    static func of(_ values: [Double], _ weights: [Double]) -> Double? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        return zip(values, weights).reduce(0.0) { $0 + $1.0 * $1.1 } / total
    }
}
