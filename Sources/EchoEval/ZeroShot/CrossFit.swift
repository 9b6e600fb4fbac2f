/// Probabilities of scores, each from a fit to other patients: the patients are halved, and each half's
/// probabilities come from the logistic fit to the other half.
struct CrossFit {
    /// One a case; `nil` where a half has only one class.
    let probabilities: [Double]?

    static let rule =
        "ECE: scores become probabilities by a logistic (Platt) fit to the other half of the patients "
        + "(by name, every second one), both ways; 10 bins of equal width."

    init(_ cases: ZeroShotMeasures.Cases) {
        let half = Clusters(cases.patients).of.map { $0 % 2 }
        var chances = [Double](repeating: 0, count: cases.scores.count)
        for side in 0..<2 {
            let others = half.indices.filter { half[$0] != side }
            guard
                let scale = LogisticScale(
                    scores: others.map { cases.scores[$0] }, labels: others.map { cases.labels[$0] })
            else {
                probabilities = nil
                return
            }
            for place in half.indices where half[place] == side {
                chances[place] = scale.probability(cases.scores[place])
            }
        }
        probabilities = chances
    }
}
