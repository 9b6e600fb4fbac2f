import EchoCore

/// Whether two studies are of one patient, and whether a later study finds the patient's first one.
struct IdentityProtocol {
    let bootstrap: PatientBootstrap

    static let limits = [1, 5, 10]

    func run(_ studies: [EmbeddedStudy]) -> EvalPart {
        var part = EvalPart()
        let (pairs, isThinned) = PairDraw.cases(studies, seed: bootstrap.seed)
        pairMetrics(pairs, into: &part)
        let gallery = IdentityGallery(studies)
        let ranks = gallery.ranks(.pessimistic)
        for limit in Self.limits {
            part.metrics["identity.r_at_\(limit)"] = bootstrap.interval(
                of: gallery.queryPatients, absence: "no patient has a second study"
            ) { ranks.recall(at: limit, $0) }
        }
        part.rules = [
            "Identity: cosine of the studies' mean embeddings in the similarity slot; all pairs of different "
                + "studies\(isThinned ? ", pairs of two patients thinned by seed to \(PairDraw.most)" : "").",
            "Identity recall: each later study of a patient is a query among the first studies of all "
                + "\(gallery.answers.count) patients; an answer that scores the same counts as before the right "
                + "one (pessimistic ties).",
        ]
        let (same, other) = (pairs.scores(isSame: true), pairs.scores(isSame: false))
        if !same.isEmpty, !other.isEmpty {
            let plot = SimilarityPlot(
                title: "Similarity of two studies",
                groups: [("different patients", other), ("same patient", same)])
            part.figures = [Figure(name: "similarity", svg: plot.svg)]
        }
        return part
    }

    private func pairMetrics(_ pairs: PairCases, into part: inout EvalPart) {
        let same = pairs.pairs.count(where: \.isSame)
        let absence = same == 0 ? "no patient has two studies" : "no two patients"
        func add(_ name: String, cases: Int, _ statistic: ([Double]) -> Double?) {
            part.metrics[name] = bootstrap.interval(
                patients: pairs.patients, cases: cases, absence: absence, statistic: statistic)
        }
        add("identity.auc", cases: pairs.pairs.count) { pairs.auc($0) }
        add("identity.cosine.same_patient", cases: same) { pairs.meanScore(isSame: true, $0) }
        add("identity.cosine.different_patients", cases: pairs.pairs.count - same) {
            pairs.meanScore(isSame: false, $0)
        }
    }
}
