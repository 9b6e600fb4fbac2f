extension ScoredCases {
    /// The area under the ROC curve: how likely a positive scores higher than a negative, ties counted half.
    ///
    /// - Returns: 0...1; `nil` without both classes.
    /// - Complexity: O(n).
    package func auc(_ weights: [Double]) -> Double? {
        var (above, positives, negatives) = (0.0, 0.0, 0.0)
        walk(weights) { _, positive, negative in
            above += negative * (positives + positive / 2)
            positives += positive
            negatives += negative
        }
        return positives > 0 && negatives > 0 ? above / (positives * negatives) : nil
    }

    /// The mean of the precision at each threshold, weighted by the recall gained there, without interpolation.
    ///
    /// - Returns: 0...1; `nil` without positives.
    package func averagePrecision(_ weights: [Double]) -> Double? {
        var (sum, positives, all) = (0.0, 0.0, 0.0)
        walk(weights) { _, positive, negative in
            positives += positive
            all += positive + negative
            if positive > 0 { sum += positive * positives / all }
        }
        return positives > 0 ? sum / positives : nil
    }

    /// The ROC curve from (0, 0) to (1, 1), one point a distinct score; empty without both classes.
    package var rocPoints: [ROCPoint] {
        let (positives, all) = (Double(positives), Double(scores.count))
        guard positives > 0, positives < all else { return [] }
        var points = [ROCPoint(threshold: .infinity, falsePositiveRate: 0, sensitivity: 0)]
        var (hits, alarms) = (0.0, 0.0)
        walk(ones) { score, positive, negative in
            hits += positive
            alarms += negative
            points.append(
                ROCPoint(
                    threshold: score, falsePositiveRate: alarms / (all - positives),
                    sensitivity: hits / positives))
        }
        return points
    }
}
