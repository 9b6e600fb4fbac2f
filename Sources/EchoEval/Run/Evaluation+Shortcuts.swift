import EchoCore
import EchoIndex
import EchoReading

extension Evaluation {
    /// Runs the shortcut check over the columns that an index was named for.
    ///
    /// - Throws: ``EvalError/missingIndex(option:)`` where nothing can be compared, nor anything else is
    ///   measured; ``EvalError/otherWeights``; as ``run(_:source:progress:)``.
    func shortcutPart(
        _ archive: EvalArchive, _ labels: LabelSet, _ source: EvalSource, _ progress: (Int) -> Void
    ) async throws -> EvalPart {
        if measured == .shortcuts, !shortcuts.hasAny {
            throw EvalError.missingIndex(option: "--covered-index or --tags-index")
        }
        let labels = shortcuts.labels ?? labels
        let prompts = try EvalPrompts(source, onlyQueries: true)
        let scorer = ZeroShotScorer(prompts: prompts, motion: [:])
        var columns: [ShortcutColumn: ShortcutProtocol.Column] = [:]
        for name in ShortcutColumn.allCases {
            var index = shortcuts[name]
            if name == .original, index == nil { index = archive.index }
            guard let index else { continue }
            for slot in measured.slots {
                let (own, other) = (
                    try await archive.index.space(serving: slot), try await index.space(serving: slot)
                )
                guard other.fingerprint.weights == own.fingerprint.weights else {
                    throw EvalError.otherWeights
                }
            }
            columns[name] = try await column(name, index, labels, scorer, progress)
        }
        var part = ShortcutProtocol(bootstrap: bootstrap).run(columns, missing: prompts.missing)
        if shortcuts.original != nil, let rows = columns[.original]?.rows {
            part.rules.append(
                "Shortcuts were measured on other clips than the rest: \(rows.count) studies of "
                    + "\(Set(rows.map(\.study.labels.patient)).count) patients as they are and covered.")
        }
        return part
    }

    private func column(
        _ name: ShortcutColumn, _ index: StudyIndex, _ labels: LabelSet, _ scorer: ZeroShotScorer,
        _ progress: (Int) -> Void
    ) async throws -> ShortcutProtocol.Column {
        var column = ShortcutProtocol.Column(clips: try await ShortcutClips(index))
        guard column.clips.absence == nil, ShortcutColumn.answering.contains(name) else { return column }
        var archive = try await EvalArchive(labels, in: index)
        archive.takesLabelledKinds = name == .tagsOnly
        column.rows = try await scorer.rows(of: archive, progress: progress)
        column.studies = try await archive.embedded()
        column.retrieval = try await RetrievalProtocol(bootstrap: bootstrap).run(archive, column.studies)
            .metrics
        return column
    }
}
