/// Recall and mean rank of both ways of asking.
struct RetrievalMeasures {
    let patients: [String]
    let bootstrap: PatientBootstrap
    let isEnough: Bool

    func table(_ toReport: Ranks, _ toStudy: Ranks, suffix: String) -> MetricTable {
        var table = MetricTable()
        func add(_ name: String, _ statistic: @escaping (Ranks, [Double]) -> Double?) {
            table["retrieval.\(name)\(suffix)"] = interval { weights in
                guard let one = statistic(toReport, weights), let other = statistic(toStudy, weights) else {
                    return nil
                }
                return (one + other) / 2
            }
            table["retrieval.\(name).image_to_text\(suffix)"] = interval { statistic(toReport, $0) }
            table["retrieval.\(name).text_to_image\(suffix)"] = interval { statistic(toStudy, $0) }
        }
        for limit in RetrievalProtocol.limits { add("r_at_\(limit)") { $0.recall(at: limit, $1) } }
        add("mean_rank") { $0.meanRank($1) }
        add("median_rank") { $0.medianRank($1) }
        let percent = 100 / Double(max(1, patients.count))
        add("mean_rank_share") { $0.meanRank($1).map { $0 * percent } }
        return table
    }

    private func interval(_ statistic: ([Double]) -> Double?) -> Outcome {
        guard isEnough else {
            return .notMeasured(
                n: patients.count, reason: "fewer than two studies have a report with vectors")
        }
        return bootstrap.interval(of: patients, absence: "no report has vectors", statistic: statistic)
    }
}
