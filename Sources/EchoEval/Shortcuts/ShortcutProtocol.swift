import EchoIndex

/// Original, covered and tags-only beside each other: whether burned-in text answers for the heart.
struct ShortcutProtocol {
    let bootstrap: PatientBootstrap

    /// One column's answers, by the studies' names, and how many of its clips were refused.
    struct Column {
        var rows: [ZeroShotRow] = []
        var studies: [EmbeddedStudy] = []
        /// See ``RetrievalProtocol``.
        var retrieval = MetricTable()
        let clips: ShortcutClips
    }

    func run(_ columns: [ShortcutColumn: Column], missing: Set<String>) -> EvalPart {
        var part = EvalPart()
        for finding in BinaryFinding.allCases {
            for column in ShortcutColumn.answering {
                part.metrics["shortcuts.\(finding.rawValue).auc.\(column.rawValue)"] = auc(
                    finding, columns[column], missing, column)
            }
            part.metrics["shortcuts.\(finding.rawValue).rank_changes"] = rankChanges(
                finding, columns[.original], columns[.covered])
        }
        for column in ShortcutColumn.answering {
            part.metrics["shortcuts.identity.auc.\(column.rawValue)"] = identity(columns[column], column)
        }
        for column in ShortcutColumn.answering {
            part.metrics["shortcuts.retrieval.mean_rank_share.\(column.rawValue)"] =
                columns[column].map { retrieval($0) } ?? absent(column)
        }
        highest(columns[.tagsOnly], into: &part.metrics)
        part.metrics["shortcuts.rank_changes"] = total(part.metrics)
        part.metrics["shortcuts.cosine.lowest"] = lowestCosine(columns[.original], columns[.covered])
        for column in ShortcutColumn.allCases {
            part.metrics["shortcuts.refused.\(column.rawValue)"] =
                columns[column]?.clips.outcome ?? absent(column)
        }
        part.rules = Self.rules + [Self.words(columns[.tagsMasked])]
        return part
    }

    private static let rules = [
        "Shortcuts: the same clips three times, as they are, with everything outside the sector covered, and "
            + "with the sector covered so that only text, ECG and marks are left. Rank changes count the "
            + "studies whose place in a device's ranking differs between original and covered, and the lowest "
            + "cosine is that of a study's vector with its own, covered. Only "
            + "`tags_only` is shown without a mask, and there a clip's kind is the labels', since no picture "
            + "without a sector looks like B-mode.",
        "Without a mask the patient's name in a picture tells patients apart (`identity.auc.tags_only`) and may find "
            + "their reports (`retrieval.mean_rank_share.tags_only`, 50 % by chance): what is limited is what "
            + "`tags_only` says of devices, and with the mask there is nothing left to say it by.",
        "`highest` is the highest of the devices' AUCs, of which chance alone puts some above one half; "
            + "`highest_by_chance` is its mean, and the range of 95 %, with the answers dealt out anew among "
            + "patients with as many studies. `refused` counts clips in quarantine.",
    ]

    /// What became of the covered sectors behind the mask, in a sentence.
    private static func words(_ column: Column?) -> String {
        guard let clips = column?.clips else {
            return "With the mask on, tags-only was not tried: no index was named with "
                + "\(ShortcutColumn.tagsMasked.option)."
        }
        guard clips.absence != nil else {
            return "With the mask on, \(clips.total - clips.refused) of \(clips.total) clips without a "
                + "sector were let through: the mask took text for a sector."
        }
        return "With the mask on, tags-only cannot be measured: all \(clips.total) clips were refused, so "
            + "that the model never sees text alone."
    }

    private func auc(
        _ finding: BinaryFinding, _ column: Column?, _ missing: Set<String>, _ name: ShortcutColumn
    ) -> Outcome {
        guard let column else { return absent(name) }
        if let absence = column.clips.absence { return .notMeasured(n: 0, reason: absence) }
        return ZeroShotMeasures(rows: column.rows, bootstrap: bootstrap, missing: missing)
            .auc(finding.rawValue, label: { $0.flags[finding] }, score: { $0.queries[finding]?.mean })
    }

    private func identity(_ column: Column?, _ name: ShortcutColumn) -> Outcome {
        guard let column else { return absent(name) }
        let (pairs, _) = PairDraw.cases(column.studies, seed: bootstrap.seed)
        return bootstrap.interval(
            patients: pairs.patients, cases: pairs.pairs.count,
            absence: column.clips.absence ?? "no pair of one patient and of two"
        ) { pairs.auc($0) }
    }

    private func retrieval(_ column: Column) -> Outcome {
        if let absence = column.clips.absence { return .notMeasured(n: 0, reason: absence) }
        return column.retrieval["retrieval.mean_rank_share"]
            ?? .notMeasured(n: 0, reason: "no study has a report with vectors")
    }

    func absent(_ name: ShortcutColumn) -> Outcome {
        .notMeasured(n: 0, reason: "no index was named with \(name.option)")
    }

    private func highest(_ column: Column?, into table: inout MetricTable) {
        let name = "shortcuts.auc.tags_only.highest"
        guard let column else {
            table[name] = absent(.tagsOnly)
            table[name + "_by_chance"] = absent(.tagsOnly)
            return
        }
        let absence = column.clips.absence ?? "no device query has an answer"
        let highest = HighestAUC(rows: column.rows, bootstrap: bootstrap)
        table[name] = highest.outcome(absence: absence)
        table[name + "_by_chance"] = highest.byChance(absence: absence)
    }
}
