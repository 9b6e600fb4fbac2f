import EchoCore

/// The clips as they are beside the covered ones.
extension ShortcutProtocol {
    /// How many studies stand elsewhere in a device's ranking; a count without an interval.
    func rankChanges(_ finding: BinaryFinding, _ one: Column?, _ other: Column?) -> Outcome {
        guard let one, let other else { return absent(one == nil ? .original : .covered) }
        let (first, second) = (order(finding, one.rows), order(finding, other.rows))
        let common = Set(first).intersection(second)
        guard !common.isEmpty else {
            return .notMeasured(n: 0, reason: "no study has a score in both columns")
        }
        let changed = zip(first.filter(common.contains), second.filter(common.contains)).count { $0 != $1 }
        let count = Double(changed)
        return .measured(Interval(value: count, low: count, high: count, n: common.count))
    }

    /// The studies' names by falling score, equal ones by name.
    private func order(_ finding: BinaryFinding, _ rows: [ZeroShotRow]) -> [String] {
        rows.compactMap { row in row.queries[finding].map { (row.study.key, $0.mean) } }
            .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.map(\.0)
    }

    /// All devices' together.
    func total(_ table: MetricTable) -> Outcome {
        let found = BinaryFinding.allCases.compactMap {
            table["shortcuts.\($0.rawValue).rank_changes"]?.value
        }
        guard !found.isEmpty else {
            return .notMeasured(n: 0, reason: "no device query has an answer in both columns")
        }
        let sum = found.reduce(0, +)
        return .measured(Interval(value: sum, low: sum, high: sum, n: found.count))
    }

    /// The lowest cosine of a study's vector with its own where the surroundings are covered; no interval.
    ///
    /// It is 1, but for rounding, where the mask lets nothing of the surroundings through.
    func lowestCosine(_ one: Column?, _ other: Column?) -> Outcome {
        guard let one, let other else { return absent(one == nil ? .original : .covered) }
        let covered = Dictionary(
            other.studies.map { ($0.study.key, $0.embedding) }, uniquingKeysWith: { first, _ in first })
        let cosines = one.studies.compactMap { study in
            covered[study.study.key].map { Double(study.embedding.similarity(to: $0)) }
        }
        guard let lowest = cosines.min() else {
            return .notMeasured(n: 0, reason: "no study has a vector in both columns")
        }
        return .measured(Interval(value: lowest, low: lowest, high: lowest, n: cosines.count))
    }
}
