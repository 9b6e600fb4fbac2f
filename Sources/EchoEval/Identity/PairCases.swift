/// Scores of pairs of studies, for statistics weighted by how often each patient was drawn.
///
/// A pair of two patients weighs the product of their draws, a pair of one patient that patient's draws; two
/// copies of one patient never make a pair.
package struct PairCases: Sendable {
    /// One pair.
    package struct Pair: Sendable {
        /// The cosine.
        package let score: Float
        /// The first study's patient, by number.
        package let first: Int32
        /// The second study's patient; equal to ``first`` for a pair of one patient.
        package let second: Int32

        /// Joins the parts.
        package init(score: Float, first: Int32, second: Int32) {
            self.score = score
            self.first = first
            self.second = second
        }

        var isSame: Bool { first == second }
    }

    /// By falling score.
    package let pairs: [Pair]
    /// How many patients.
    package let patients: Int

    /// - Complexity: O(n log n).
    package init(_ pairs: [Pair], patients: Int) {
        self.pairs = pairs.sorted { $0.score > $1.score }
        self.patients = patients
    }

    /// How likely a pair of one patient scores higher than a pair of two, ties counted half.
    ///
    /// - Parameter weights: one a patient.
    /// - Returns: 0...1; `nil` without pairs of both sorts.
    package func auc(_ weights: [Double]) -> Double? {
        var (above, positives, negatives, place) = (0.0, 0.0, 0.0, 0)
        while place < pairs.count {
            let score = pairs[place].score
            var (positive, negative) = (0.0, 0.0)
            while place < pairs.count, pairs[place].score == score {
                let pair = pairs[place]
                if pair.first == pair.second {
                    positive += weights[Int(pair.first)]
                } else {
                    negative += weights[Int(pair.first)] * weights[Int(pair.second)]
                }
                place += 1
            }
            above += negative * (positives + positive / 2)
            positives += positive
            negatives += negative
        }
        return positives > 0 && negatives > 0 ? above / (positives * negatives) : nil
    }

    /// The mean score of one sort of pair; `nil` without any.
    package func meanScore(isSame: Bool, _ weights: [Double]) -> Double? {
        var (sum, total) = (0.0, 0.0)
        for pair in pairs where pair.isSame == isSame {
            let one = weights[Int(pair.first)]
            let weight = isSame ? one : one * weights[Int(pair.second)]
            sum += weight * Double(pair.score)
            total += weight
        }
        return total > 0 ? sum / total : nil
    }

    /// The scores of one sort of pair.
    func scores(isSame: Bool) -> [Double] { pairs.filter { $0.isSame == isSame }.map { Double($0.score) } }
}
