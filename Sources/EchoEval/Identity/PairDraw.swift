import EchoCore

/// Which pairs of different patients are looked at: all of them, or a seeded part where there are too many.
struct PairDraw {
    /// More pairs than these are thinned; an interval over more would take minutes and be no narrower.
    static let most = 500_000

    /// Every pair of different studies; pairs of one patient are all kept.
    static func cases(_ studies: [EmbeddedStudy], seed: UInt64) -> (PairCases, isThinned: Bool) {
        let clusters = Clusters(studies.map(\.study.labels.patient))
        let all = studies.count * (studies.count - 1) / 2
        var generator = SeededGenerator(seed: seed)
        var pairs: [PairCases.Pair] = []
        for one in studies.indices {
            for other in studies.indices.dropFirst(one + 1) {
                let (first, second) = (clusters.of[one], clusters.of[other])
                if first != second, all > most, generator.below(all) >= most { continue }
                pairs.append(
                    PairCases.Pair(
                        score: studies[one].embedding.similarity(to: studies[other].embedding),
                        first: Int32(first), second: Int32(second)))
            }
        }
        return (PairCases(pairs, patients: clusters.count), all > most)
    }
}
