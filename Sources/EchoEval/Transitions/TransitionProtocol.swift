/// Before/after AUC of clinical transitions.
struct TransitionProtocol {
    let bootstrap: PatientBootstrap
    /// Days on either side of an event.
    let window: Double

    func run(_ studies: [EmbeddedStudy]) -> EvalPart {
        let courses = Dictionary(grouping: studies, by: \.study.labels.patient)
            .sorted { $0.key < $1.key }.map { PatientCourse($0.value) }
        var part = EvalPart()
        var leftOut = 0
        for family in Transition.allCases {
            let cases = TransitionCases(courses, family: family, window: window)
            let scored = ScoredCases(scores: cases.scores, labels: cases.isAfter)
            let absence =
                scored.positives == 0
                ? "no study follows such an event within the window" : "no study without such an event"
            part.metrics["transitions.\(family.rawValue).auc"] = bootstrap.interval(
                of: cases.patients, absence: absence
            ) { scored.auc($0) }
            if family == .any { leftOut = cases.leftOut }
            if let auc = scored.auc(scored.ones), family == .device || family == .surgery {
                part.figures.append(
                    Figure(
                        name: "roc-transitions-\(family.rawValue)",
                        svg: ROCPlot(
                            title: "Before or after: \(family.rawValue)",
                            curves: [ROCPlot.Curve(name: "cosine", auc: auc, points: scored.rocPoints)]
                        ).svg))
            }
        }
        part.rules = [
            "Transitions: studies within ±\(Int(window)) days of an event, from the last earlier change on; the "
                + "earliest is the anchor, a study's score is −cosine with it, and the AUC tells studies after the "
                + "event from the others. An event is dated to the middle between the last study without and the "
                + "first with it. The anchor itself is no case. Neighboring studies without any event are controls, "
                + "and no pair of studies counts twice.",
            "Events left out because no earlier study lies in their window: \(leftOut).",
        ]
        return part
    }
}
