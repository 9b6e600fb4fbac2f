/// Scores with the truth of a yes-or-no question, sorted once so that weighted statistics take one pass.
package struct ScoredCases: Sendable {
    /// The scores as given.
    package let scores: [Double]
    /// The truth as given.
    package let labels: [Bool]
    /// Places by falling score.
    let order: [Int]
    /// Where each run of equal scores ends in ``order``.
    let runEnds: [Int]

    /// - Precondition: one label a score, all scores finite.
    /// - Complexity: O(n log n).
    package init(scores: [Double], labels: [Bool]) {
        precondition(scores.count == labels.count, "\(scores.count) scores, \(labels.count) labels")
        precondition(scores.allSatisfy(\.isFinite), "a score is not finite")
        self.scores = scores
        self.labels = labels
        let order = scores.indices.sorted {
            scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
        }
        self.order = order
        runEnds = order.indices.filter { place in
            place + 1 == order.count || scores[order[place]] != scores[order[place + 1]]
        }.map { $0 + 1 }
    }

    /// How many are true.
    package var positives: Int { labels.count(where: { $0 }) }

    /// Every case once.
    package var ones: [Double] { [Double](repeating: 1, count: scores.count) }

    /// Why a question of two classes has no answer on these cases.
    package var absence: String {
        if scores.isEmpty { return "no labelled case has such a score" }
        return positives == 0 ? "no positive case" : "no negative case"
    }

    /// Walks down the runs of equal scores.
    ///
    /// - Parameter visit: the run's score, and the weights of its positives and negatives.
    func walk(_ weights: [Double], _ visit: (Double, Double, Double) -> Void) {
        precondition(weights.count == scores.count, "\(weights.count) weights, \(scores.count) cases")
        var start = 0
        for end in runEnds {
            var (positive, negative) = (0.0, 0.0)
            for place in start..<end {
                let each = order[place]
                if labels[each] { positive += weights[each] } else { negative += weights[each] }
            }
            visit(scores[order[start]], positive, negative)
            start = end
        }
    }
}
