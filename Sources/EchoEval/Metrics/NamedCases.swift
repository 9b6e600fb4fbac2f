/// Cases of several classes, each with what it is and what it was taken for.
package struct NamedCases: Sendable {
    /// How often each class was taken for each.
    package let matrix: ConfusionMatrix
    /// 1 where a case was taken for what it is, else 0.
    private let hits: [Double]
    /// The places of each true class's cases.
    private let groups: [[Int]]

    /// - Precondition: one guess a truth.
    package init(truths: [String], guesses: [String]) {
        matrix = ConfusionMatrix(truths: truths, guesses: guesses)
        hits = zip(truths, guesses).map { $0 == $1 ? 1 : 0 }
        groups = Array(Dictionary(grouping: truths.indices) { truths[$0] }.values)
    }

    /// Every case once.
    package var ones: [Double] { [Double](repeating: 1, count: hits.count) }

    /// The share of cases taken for what they are; `nil` for no case.
    package func accuracy(_ weights: [Double]) -> Double? { WeightedMean.of(hits, weights) }

    /// The mean over the true classes of the share taken for what they are; `nil` for no case.
    ///
    /// A class whose cases all weigh 0 is left out.
    package func balancedAccuracy(_ weights: [Double]) -> Double? {
        let shares = groups.compactMap { group in
            WeightedMean.of(group.map { hits[$0] }, group.map { weights[$0] })
        }
        // Sorted, since the groups come in no order and a sum depends on it.
        return shares.isEmpty ? nil : shares.sorted().reduce(0, +) / Double(shares.count)
    }
}
