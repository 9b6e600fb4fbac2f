import EchoCore
import EchoIndex
import EchoReading

/// Puts the prompts to studies, one after the other, so that the vectors of one are in memory at a time.
struct ZeroShotScorer: Sendable {
    let prompts: EvalPrompts
    /// See ``EvalSource/motion``.
    let motion: [Quantity: EvalSource.Readout]

    /// Scores every study of an archive, in its order.
    func rows(of archive: EvalArchive, progress: (Int) -> Void) async throws -> [ZeroShotRow] {
        let space = try await archive.index.space(serving: .prompt)
        var rows: [ZeroShotRow] = []
        for study in archive.studies {
            try Task.checkCancellation()
            rows.append(try row(study, try await archive.vectors(of: study, in: space)))
            progress(rows.count)
        }
        return rows
    }

    func row(_ study: MatchedStudy, _ vectors: StudyVectors) throws -> ZeroShotRow {
        var row = ZeroShotRow(study: study)
        for (finding, set) in prompts.queries { row.queries[finding] = try queryScores(set, vectors) }
        for (finding, set) in prompts.grades { row.grades[finding] = try gradeScores(set, vectors) }
        for (quantity, set) in prompts.numbers { row.numbers[quantity] = try estimates(set, vectors) }
        for (quantity, readout) in motion {
            if let value = try readout(vectors) { row.numbers[quantity, default: [:]][.motion] = value }
        }
        if let view = prompts.view { row.views = try views(view, vectors) }
        return row
    }

    private func queryScores(_ set: EncodedPromptSet, _ vectors: StudyVectors) throws -> QueryScores? {
        guard let mean = try StudyScore(set, study: vectors) else { return nil }
        var options = AskOptions()
        options.pooling = .best
        let best = try StudyScore(set, study: vectors, options: options)
        return QueryScores(
            mean: Double(mean.score), best: Double(best?.score ?? mean.score),
            contrast: mean.negative.map { Double(mean.score) - Double($0) })
    }

    private func gradeScores(_ set: EncodedPromptSet, _ vectors: StudyVectors) throws -> GradeScores? {
        guard let score = try StudyScore(set, study: vectors) else { return nil }
        guard set.set.kind == .categorical else { return GradeScores(single: Double(score.score)) }
        let severities = Dictionary(
            set.set.categories.map { ($0.name, $0.severity) }, uniquingKeysWith: { first, _ in first })
        var grades = GradeScores()
        for category in score.categories {
            if let severity = severities[category.category] {
                grades.bySeverity[severity] = Double(category.score)
            }
        }
        return grades
    }

    private func estimates(
        _ set: EncodedPromptSet, _ vectors: StudyVectors
    ) throws -> [NumberReadout: Double] {
        var paper = EstimateOptions(formula: .paper)
        paper.framesPerClip = RegressionFormula.paperFrames
        let repo = try Estimate(set, study: vectors, options: EstimateOptions(formula: .repo))
        let first = try Estimate(set, study: vectors, options: paper)
        var found: [NumberReadout: Double] = [:]
        found[.repo] = repo.value.map(Double.init)
        found[.paper] = first.value.map(Double.init)
        return found
    }

    /// Each usable clip's nearest view: the category with the highest mean cosine over its frames.
    private func views(_ set: EncodedPromptSet, _ vectors: StudyVectors) throws -> [ClipID: String] {
        var found: [ClipID: String] = [:]
        for clip in vectors.usableClips {
            let alone = StudyVectors(study: vectors.study, clips: [clip])
            found[clip.clip] = try StudyScore(set, study: alone)?.categories
                .max { ($0.score, $1.category) < ($1.score, $0.category) }?.category
        }
        return found
    }
}
