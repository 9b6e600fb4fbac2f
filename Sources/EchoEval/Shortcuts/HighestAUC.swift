import EchoCore

/// The highest of the devices' AUCs in one column, with an interval, and what it would be by chance alone.
///
/// The highest of several AUCs lies above one half even where the scores know nothing, and the more so the
/// fewer positives there are. So the limit is read beside the same figure with the answers dealt out anew among
/// patients.
struct HighestAUC {
    let rows: [ZeroShotRow]
    let bootstrap: PatientBootstrap

    /// How often the answers are dealt out anew.
    private static let deals = 200
    /// The first of the streams that deal; the bootstrap's lie below.
    private static let stream: UInt64 = 1 << 32

    /// One device's cases, each with its patient's number.
    private struct Device {
        let cases: ScoredCases
        let patients: [Int]
    }

    /// The highest as it is.
    func outcome(absence: String) -> Outcome {
        let clusters = Clusters(rows.map(\.study.labels.patient))
        let devices = devices(answers: Array(rows.indices), clusters)
        return bootstrap.interval(patients: clusters.count, cases: rows.count, absence: absence) { weights in
            Self.highest(devices, weights)
        }
    }

    /// The highest where each patient's answers go to another's labels: the mean of the deals, and the interval
    /// that 95 % of them lie in.
    func byChance(absence: String) -> Outcome {
        let clusters = Clusters(rows.map(\.study.labels.patient))
        let ones = [Double](repeating: 1, count: clusters.count)
        var found: [Double] = []
        for deal in 0..<Self.deals {
            var generator = SeededGenerator(seed: bootstrap.seed, stream: Self.stream + UInt64(deal))
            let devices = devices(answers: dealt(clusters, &generator), clusters)
            if let value = Self.highest(devices, ones) { found.append(value) }
        }
        guard !found.isEmpty else { return .notMeasured(n: rows.count, reason: absence) }
        found.sort()
        return .measured(
            Interval(
                value: found.reduce(0, +) / Double(found.count),
                low: Quantile.of(found, PatientBootstrap.ends.low),
                high: Quantile.of(found, PatientBootstrap.ends.high), n: rows.count))
    }

    /// Whose answers each row gets: those of a drawn patient with as many studies, study by study.
    private func dealt(_ clusters: Clusters, _ generator: inout SeededGenerator) -> [Int] {
        var places = [[Int]](repeating: [], count: clusters.count)
        for (row, patient) in clusters.of.enumerated() { places[patient].append(row) }
        var answers = Array(rows.indices)
        for (_, alike) in Dictionary(grouping: places, by: \.count).sorted(by: { $0.key < $1.key }) {
            for (own, other) in zip(alike, alike.shuffled(using: &generator)) {
                for (row, source) in zip(own, other) { answers[row] = source }
            }
        }
        return answers
    }

    /// - Parameter answers: for each row the row whose scores it gets.
    private func devices(answers: [Int], _ clusters: Clusters) -> [Device] {
        BinaryFinding.allCases.compactMap { finding in
            var (scores, labels, patients) = ([Double](), [Bool](), [Int]())
            for (place, row) in rows.enumerated() {
                guard let label = row.study.labels.flags[finding],
                    let score = rows[answers[place]].queries[finding]?.mean
                else { continue }
                scores.append(score)
                labels.append(label)
                patients.append(clusters.of[place])
            }
            let isMixed = labels.contains(true) && labels.contains(false)
            return isMixed
                ? Device(cases: ScoredCases(scores: scores, labels: labels), patients: patients) : nil
        }
    }

    private static func highest(_ devices: [Device], _ weights: [Double]) -> Double? {
        devices.compactMap { device in device.cases.auc(device.patients.map { weights[$0] }) }.max()
    }
}
