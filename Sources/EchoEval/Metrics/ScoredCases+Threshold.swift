extension ScoredCases {
    /// The highest sensitivity of any threshold whose specificity is at least the given one.
    ///
    /// - Returns: 0...1; `nil` without both classes.
    package func sensitivity(atSpecificity specificity: Double, _ weights: [Double]) -> Double? {
        var steps: [(positive: Double, negative: Double)] = []
        var (positives, negatives) = (0.0, 0.0)
        walk(weights) { _, positive, negative in
            positives += positive
            negatives += negative
            steps.append((positives, negatives))
        }
        guard positives > 0, negatives > 0 else { return nil }
        let allowed = (1 - specificity) * negatives + 1e-9
        return (steps.last { $0.negative <= allowed }?.positive ?? 0) / positives
    }

    /// The threshold with the highest F1 and that F1; of equal ones the highest threshold.
    ///
    /// On the cases that it is chosen on, the F1 flatters.
    ///
    /// - Returns: `nil` without positives.
    package func bestF1(_ weights: [Double]) -> (threshold: Double, f1: Double)? {
        let total = labels.indices.reduce(0.0) { labels[$1] ? $0 + weights[$1] : $0 }
        guard total > 0 else { return nil }
        var best: (threshold: Double, f1: Double)?
        var (hits, called) = (0.0, 0.0)
        walk(weights) { score, positive, negative in
            hits += positive
            called += positive + negative
            let f1 = called + total > 0 ? 2 * hits / (called + total) : 0
            if f1 > best?.f1 ?? -1 { best = (score, f1) }
        }
        return best
    }
}
