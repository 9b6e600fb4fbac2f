import EchoIndex

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
        part.metrics["ece.mean"] = measures.meanCalibrationError
        try await addUnnamedViews(archive, scorer, prompts.missing, to: &part)
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
        part.rules = Self.rules + part.rules
        if facts.unmatched > 0 {
            part.rules.append("Labelled clips that the index does not have: \(facts.unmatched).")
        }
        return part
    }

    /// The main metrics once more, as if nobody had named a view: a question of some views then goes to all clips.
    private func addUnnamedViews(
        _ archive: EvalArchive, _ scorer: ZeroShotScorer, _ missing: Set<String>, to part: inout EvalPart
    ) async throws {
        var (named, clips) = (0, 0)
        for study in archive.studies {
            let views = try await archive.index.clips(of: study.stored.id).map(\.view)
            named += views.count { $0 != nil }
            clips += views.count
        }
        part.rules.append("Views as the manifest or the files name them: of \(named) of \(clips) clips.")
        guard named > 0 else { return }
        var blind = archive
        blind.hidesViews = true
        let measures = ZeroShotMeasures(
            rows: try await scorer.rows(of: blind) { _ in }, bootstrap: bootstrap, missing: missing)
        part.metrics.append(measures.all(isShort: true).renamed { $0 + Self.unnamed })
        part.rules.append(
            "`*\(Self.unnamed)`: the same without any view's name, so that every clip is asked everything.")
    }

    /// What the names of metrics end in that were measured without the views' names.
    static let unnamed = ".unnamed_views"

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
