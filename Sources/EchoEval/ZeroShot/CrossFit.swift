/// Probabilities of scores, each from a fit to other patients: the patients are halved, and each half's
/// probabilities come from the logistic fit to the other half.
struct CrossFit {
    /// One a case; `nil` where a half has only one class.
    let probabilities: [Double]?

    static let absence = "half of the patients have only positive or only negative cases"
    static let rule =
        "ECE: scores become probabilities by a logistic (Platt) fit to the other half of the patients "
        + "(drawn by name), both ways; 10 bins of equal width."

    init(_ cases: ZeroShotMeasures.Cases) {
        let half = cases.patients.map(Self.half)
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

    /// 0 or 1, the same for the same name.
    private static func half(_ patient: String) -> Int {
        let key = patient.utf8.reduce(UInt64(0)) { $0 &* 1_099_511_628_211 ^ UInt64($1) }
        var generator = SeededGenerator(seed: key)
        return generator.below(2)
    }
}
