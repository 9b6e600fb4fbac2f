/// Devices, findings, grades, numbers, views and kinds from prompts alone.
struct ZeroShotProtocol {
    let bootstrap: PatientBootstrap

    /// Sites with fewer studies are left out of the slices.
    static let leastSlice = 10

    func run(
        _ archive: EvalArchive, source: EvalSource, progress: (Int) -> Void
    ) async throws -> EvalPart {
        let prompts = try EvalPrompts(source)
        let scorer = ZeroShotScorer(prompts: prompts, motion: source.motion)
        let rows = try await scorer.rows(of: archive, progress: progress)
        let measures = ZeroShotMeasures(rows: rows, bootstrap: bootstrap, missing: prompts.missing)
        var part = EvalPart()
        part.metrics = measures.all(isShort: false)
        part.metrics["ece.mean"] = Self.meanError(part.metrics)
        let facts = try await ClipFacts(archive)
        let clips = ClipMeasures(facts: facts, bootstrap: bootstrap)
        clips.views(rows, into: &part)
        clips.kinds(into: &part)
        for (site, own) in Dictionary(grouping: rows, by: { $0.study.labels.site }) {
            guard let site, own.count >= Self.leastSlice else { continue }
            part.slices[site] =
                ZeroShotMeasures(rows: own, bootstrap: bootstrap, missing: prompts.missing).all(isShort: true)
        }
        part.figures = measures.figures
        part.rules = Self.rules
        if facts.unmatched > 0 {
            part.rules.append("Labelled clips that the index does not have: \(facts.unmatched).")
        }
        return part
    }

    /// The mean over the devices' calibration errors, without an interval of its own.
    private static func meanError(_ table: MetricTable) -> Outcome {
        let found = BinaryFinding.allCases.compactMap { table["\($0.rawValue).ece"]?.value }
        guard !found.isEmpty else { return .notMeasured(n: 0, reason: "no device has a calibration error") }
        let mean = found.reduce(0, +) / Double(found.count)
        return .measured(Interval(value: mean, low: mean, high: mean, n: found.count))
    }

    private static let rules = [
        "AUC: a device's score is the mean cosine of all frames of all used clips with the positive prompts, "
            + "as `ask` ranks; `best_clip` takes each study's highest clip, `contrast` subtracts the negative "
            + "prompts. Ties count half.",
        "Grades: `severe`, `moderate`, `mild` are one against all others by that grade's own prompts; a "
            + "finding's bare `auc` is any abnormal grade against normal, by the grades' prompts from that grade "
            + "up minus those below.",
        "Numbers: `repo` and `paper` are the two published prompt rankings, `motion` the model's own readout; "
            + "limits of agreement are the bias ± 1.96 standard deviations.",
        "Best F1 and its threshold are found on the cases they are stated for, which flatters them.",
        CrossFit.rule,
    ]
}

extension EvalPrompts {
    /// What no prompt set asks for.
    var missing: Set<String> {
        var names: Set<String> = []
        for each in BinaryFinding.allCases where queries[each] == nil { names.insert(each.rawValue) }
        for each in GradedFinding.allCases where grades[each] == nil { names.insert(each.rawValue) }
        for each in Quantity.allCases where numbers[each] == nil { names.insert(each.rawValue) }
        return names
    }
}

extension ZeroShotMeasures {
    /// Every metric over the rows; the main ones in short form.
    func all(isShort: Bool) -> MetricTable {
        var table = MetricTable()
        for finding in BinaryFinding.allCases { table.append(query(finding, isShort: isShort)) }
        for finding in GradedFinding.allCases { table.append(grade(finding, isShort: isShort)) }
        for quantity in Quantity.allCases {
            for readout in NumberReadout.allCases {
                table.append(number(quantity, readout, isShort: isShort))
            }
        }
        return table
    }
}
