internal import EchoCore

extension Estimate {
    /// Reads a number off a study's frames.
    ///
    /// - Parameters:
    ///   - prompts: a regression set with its vectors.
    ///   - study: its clips; those of other kinds and views than the set's are left out and listed.
    ///   - options: the formula and the minimums.
    /// - Returns: an estimate, or an abstention where the study does not have enough to go by.
    /// - Throws: ``ReadingError/wrongKind(set:found:expected:)`` for another kind of set, and what
    ///   ``SimilarityTable`` throws.
    /// - Complexity: O(frames · prompts · dimension).
    public init(
        _ prompts: EncodedPromptSet, study: StudyVectors, options: EstimateOptions = EstimateOptions()
    ) throws(ReadingError) {
        let set = prompts.set
        guard set.kind == .regression else {
            throw .wrongKind(set: set.name, found: set.kind, expected: [.regression])
        }
        let values = prompts.prompts.map { Float($0.value ?? 0) }
        let selection = ClipSelection(study, kinds: set.clipKinds, views: set.views, needsFrames: true)
        var clips: [ClipEstimate] = []
        var pooled: [Embedding] = []
        for clip in selection.used {
            let frames = Array(clip.frames.prefix(max(1, options.framesPerClip ?? clip.frames.count)))
            let table = try SimilarityTable(frames: frames, prompts: prompts.vectors)
            clips.append(
                ClipEstimate(
                    clip: clip.clip, view: clip.view,
                    value: try table.regression(values: values, formula: options.formula),
                    frames: frames.count))
            pooled += frames
        }
        let abstention = Self.abstention(selection, frames: pooled.count, options: options)
        // Where there is no answer there is no number at all, not one of a clip or frame either.
        let table = abstention == nil ? try SimilarityTable(frames: pooled, prompts: prompts.vectors) : nil
        self.init(
            study: study.study, set: set.name,
            value: try table?.regression(values: values, formula: options.formula),
            unit: set.unit ?? "", formula: EstimateFormula(options.formula), frames: pooled.count,
            perFrame: Spread(try table?.frameEstimates(values: values) ?? []),
            clips: abstention == nil ? clips : [],
            leftOut: selection.leftOut, abstention: abstention, rule: Self.pooling, provenance: nil,
            notice: Notice.notADiagnosis)
    }

    private static func abstention(
        _ selection: ClipSelection, frames: Int, options: EstimateOptions
    ) -> Abstention? {
        let clips = selection.used.count
        if clips == 0 {
            return Abstention(
                code: .noUsableClip,
                reason: "None of the study's \(selection.leftOut.count) clips can be used; at least "
                    + "\(options.minimumClips) is needed.")
        }
        if clips < options.minimumClips {
            return Abstention(
                code: .tooFewClips,
                reason: "Usable clips: \(clips); at least \(options.minimumClips) needed.")
        }
        if frames < options.minimumFrames {
            return Abstention(
                code: .tooFewFrames, reason: "Frames: \(frames); at least \(options.minimumFrames) needed.")
        }
        return nil
    }
}
