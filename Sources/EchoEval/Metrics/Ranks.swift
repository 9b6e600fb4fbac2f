/// The ranks of the right answers to some queries, from 1.
package struct Ranks: Sendable, Equatable {
    /// One a query.
    package let values: [Double]

    /// Takes ranks as they are.
    package init(_ values: [Double]) { self.values = values }

    /// The rank of the right answer to one query.
    ///
    /// - Parameters:
    ///   - own: the right answer's score.
    ///   - scores: of all answers, the right one among them.
    package static func rank<Score: Comparable>(
        of own: Score, among scores: some Sequence<Score>, ties: TieRule
    ) -> Double {
        var (higher, equal) = (0, -1)
        for score in scores {
            if score > own { higher += 1 } else if score == own { equal += 1 }
        }
        return ties.rank(higher: higher, equal: equal)
    }

    /// Every query once.
    package var ones: [Double] { [Double](repeating: 1, count: values.count) }

    /// The share of queries whose right answer is among the first `limit`; `nil` for no query.
    package func recall(at limit: Int, _ weights: [Double]) -> Double? {
        WeightedMean.of(values.map { $0 <= Double(limit) ? 1 : 0 }, weights)
    }

    /// The mean rank; `nil` for no query.
    package func meanRank(_ weights: [Double]) -> Double? { WeightedMean.of(values, weights) }

    /// The median rank, the mean of the two middle ones where the weights meet; `nil` for no query.
    package func medianRank(_ weights: [Double]) -> Double? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        let sorted = zip(values, weights).filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
        var passed = 0.0
        for (place, each) in sorted.enumerated() {
            passed += each.1
            if passed > total / 2 { return each.0 }
            if passed == total / 2 { return (each.0 + sorted[min(place + 1, sorted.count - 1)].0) / 2 }
        }
        return sorted.last?.0
    }
}
