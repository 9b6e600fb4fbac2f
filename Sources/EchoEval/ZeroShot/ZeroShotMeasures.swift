/// Metrics of the prompts' answers, with intervals over patients.
struct ZeroShotMeasures {
    let rows: [ZeroShotRow]
    let bootstrap: PatientBootstrap
    /// Prompt sets that are not there, by what asks for them.
    let missing: Set<String>

    /// The studies that have both a label and a score.
    struct Cases {
        var scores: [Double] = []
        var labels: [Bool] = []
        var patients: [String] = []
    }

    /// An AUC where a label and a score are there.
    func auc(
        _ name: String, label: (LabelledStudy) -> Bool?, score: (ZeroShotRow) -> Double?
    ) -> Outcome {
        let cases = cases(label: label, score: score)
        let scored = ScoredCases(scores: cases.scores, labels: cases.labels)
        let absence = missing.contains(name) ? "no prompt set asks for it" : scored.absence
        return bootstrap.interval(of: cases.patients, absence: absence) { scored.auc($0) }
    }

    func cases(label: (LabelledStudy) -> Bool?, score: (ZeroShotRow) -> Double?) -> Cases {
        var cases = Cases()
        for row in rows {
            guard let truth = label(row.study.labels), let value = score(row) else { continue }
            cases.scores.append(value)
            cases.labels.append(truth)
            cases.patients.append(row.study.labels.patient)
        }
        return cases
    }
}
