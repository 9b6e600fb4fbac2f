internal import EchoCore

extension Draft {
    /// Takes the captions nearest to a study, section by section.
    ///
    /// - Parameters:
    ///   - study: its clips; the query is the mean of the B-mode ones.
    ///   - captions: the archive's sentences; the study's own are passed over. A prefiltered list changes
    ///     the margins, which are taken against the median of what is given.
    ///   - sections: the report's order and lexicon.
    ///   - options: how much to say, and when to say nothing.
    ///   - context: what is printed of model and index.
    /// - Throws: ``ReadingError/dimension(found:expected:)``, ``ReadingError/vectors(_:)``.
    /// - Complexity: O(captions · (dimension + log captions)).
    public init(
        study: StudyVectors, captions: [CaptionCandidate], sections: ReportSections,
        options: DraftOptions = DraftOptions(), context: DraftContext
    ) throws(ReadingError) {
        let composer = DraftComposer(study: study, sections: sections, options: options)
        let selection = ClipSelection(study, kinds: [.bMode], views: [], needsFrames: false)
        let written = try composer.sections(from: captions)
        let seen = Set(selection.used.compactMap(\.view))
        let unnamed = selection.used.count { $0.view == nil }
        let lower = Set(seen.map { $0.lowercased() })
        self.init(
            banner: Notice.draftFirstLine, status: .partial, notice: Notice.notADiagnosis,
            study: study.study, sections: written, abstentions: written.count { $0.abstention != nil },
            clipsUsed: selection.used.map(\.clip),
            leftOut: selection.leftOut.map { DraftExclusion($0) } + context.leftOut,
            viewsSeen: seen.sorted(),
            viewsMissing: unnamed > 0
                ? [] : sections.expectedViews.filter { !lower.contains($0.lowercased()) },
            viewsUnnamed: unnamed, options: options, context: context)
    }
}
