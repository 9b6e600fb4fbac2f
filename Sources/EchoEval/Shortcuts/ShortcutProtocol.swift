import EchoIndex

/// Original, covered and tags-only beside each other: whether burned-in text answers for the heart.
struct ShortcutProtocol {
    let bootstrap: PatientBootstrap

    /// One column's answers, by the studies' names.
    struct Column {
        let rows: [ZeroShotRow]
        let studies: [EmbeddedStudy]
    }

    func run(_ columns: [ShortcutColumn: Column], missing: Set<String>) -> EvalPart {
        var part = EvalPart()
        var tags: [Double] = []
        for finding in BinaryFinding.allCases {
            for column in ShortcutColumn.allCases {
                let name = "shortcuts.\(finding.rawValue).auc.\(column.rawValue)"
                let outcome = auc(finding, columns[column], missing, column)
                part.metrics[name] = outcome
                if column == .tagsOnly, let value = outcome.value { tags.append(value) }
            }
            part.metrics["shortcuts.\(finding.rawValue).rank_changes"] = rankChanges(
                finding, columns[.original], columns[.covered])
        }
        for column in ShortcutColumn.allCases {
            part.metrics["shortcuts.identity.auc.\(column.rawValue)"] = identity(columns[column], column)
        }
        part.metrics["shortcuts.auc.tags_only.highest"] = Self.highest(
            tags, isThere: columns[.tagsOnly] != nil)
        part.metrics["shortcuts.rank_changes"] = total(part.metrics)
        part.rules = [
            "Shortcuts: the same clips three times, as they are, with everything outside the sector covered, and "
                + "with the sector covered so that only text, ECG and marks are left. Rank changes count the "
                + "studies whose place in a device's ranking differs between original and covered.",
            "A column without an index, or whose clips hold no sector that could be found, has no numbers.",
        ]
        return part
    }

    private func auc(
        _ finding: BinaryFinding, _ column: Column?, _ missing: Set<String>, _ name: ShortcutColumn
    ) -> Outcome {
        guard let column else { return absent(name) }
        return ZeroShotMeasures(rows: column.rows, bootstrap: bootstrap, missing: missing)
            .auc(finding.rawValue, label: { $0.flags[finding] }, score: { $0.queries[finding]?.mean })
    }

    private func identity(_ column: Column?, _ name: ShortcutColumn) -> Outcome {
        guard let column else { return absent(name) }
        let (pairs, _) = PairDraw.cases(column.studies, seed: bootstrap.seed)
        return bootstrap.interval(
            patients: pairs.patients, cases: pairs.pairs.count, absence: "no pair of one patient and of two"
        ) { pairs.auc($0) }
    }

    private func absent(_ name: ShortcutColumn) -> Outcome {
        .notMeasured(n: 0, reason: "no index was named with \(name.option)")
    }

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

    private static func highest(_ values: [Double], isThere: Bool) -> Outcome {
        guard let highest = values.max() else {
            let option = ShortcutColumn.tagsOnly.option
            return .notMeasured(
                n: 0, reason: isThere ? "no device query has an answer" : "no index was named with \(option)")
        }
        return .measured(Interval(value: highest, low: highest, high: highest, n: values.count))
    }

    private func total(_ table: MetricTable) -> Outcome {
        let found = BinaryFinding.allCases.compactMap {
            table["shortcuts.\($0.rawValue).rank_changes"]?.value
        }
        guard !found.isEmpty else {
            return .notMeasured(n: 0, reason: "no device query has an answer in both columns")
        }
        let sum = found.reduce(0, +)
        return .measured(Interval(value: sum, low: sum, high: sum, n: found.count))
    }
}
