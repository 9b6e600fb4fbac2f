/// How far two ways of scoring put things in the same order.
package enum RankAgreement {
    /// Kendall's tau-b, −1...1; 1 where nothing can be put in order.
    ///
    /// - Source: M. G. Kendall, Biometrika 33 (1945), 239–251.
    /// - Complexity: O(n²).
    package static func tau(_ first: [Float], _ second: [Float]) -> Double {
        precondition(first.count == second.count, "\(first.count) scores and \(second.count)")
        var (agreeing, oneTies, otherTies, pairs) = (0, 0, 0, 0)
        for one in first.indices {
            for other in first.indices where other > one {
                let left = Self.order(first[one], first[other])
                let right = Self.order(second[one], second[other])
                pairs += 1
                agreeing += left * right
                if left == 0 { oneTies += 1 }
                if right == 0 { otherTies += 1 }
            }
        }
        let scale = (Double(pairs - oneTies) * Double(pairs - otherTies)).squareRoot()
        return scale > 0 ? Double(agreeing) / scale : 1
    }

    /// The share of the best `count` that the two have in common, 0...1.
    package static func overlap(_ first: [Float], _ second: [Float], best count: Int) -> Double {
        let count = min(count, first.count)
        guard count > 0 else { return 1 }
        return Double(Self.best(count, of: first).intersection(Self.best(count, of: second)).count)
            / Double(count)
    }

    private static func order(_ one: Float, _ other: Float) -> Int { one < other ? -1 : one > other ? 1 : 0 }

    private static func best(_ count: Int, of scores: [Float]) -> Set<Int> {
        Set(scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count))
    }
}
