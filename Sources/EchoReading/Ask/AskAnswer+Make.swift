public import EchoCore

extension AskAnswer {
    /// Scores and ranks studies.
    ///
    /// - Throws: as ``StudyScore/init(_:study:options:)`` and ``init(_:scores:unscored:options:)``.
    /// - Complexity: O(frames · prompts · dimension) over the whole archive.
    public init(
        _ prompts: EncodedPromptSet, studies: [StudyVectors], options: AskOptions = AskOptions()
    ) throws(ReadingError) {
        var scores: [StudyScore] = []
        var unscored: [StudyID] = []
        for study in studies {
            if let score = try StudyScore(prompts, study: study, options: options) {
                scores.append(score)
            } else {
                unscored.append(study.study)
            }
        }
        try self.init(prompts.set, scores: scores, unscored: unscored, options: options)
    }

    /// Ranks studies that are scored already.
    ///
    /// - Parameters:
    ///   - scores: the whole archive's, since percentiles are against them.
    ///   - unscored: the studies that could not be scored.
    /// - Throws: ``ReadingError/wrongKind(set:found:expected:)`` for a regression,
    ///   ``ReadingError/unknownCategory(expected:)``.
    /// - Complexity: O(n log n).
    public init(
        _ set: PromptSet, scores: [StudyScore], unscored: [StudyID] = [], options: AskOptions = AskOptions()
    ) throws(ReadingError) {
        let category = try set.asked(options.category)
        let archive = Percentile(archive: scores.map(\.score))
        let threshold = options.weights.flatMap { set.threshold(for: $0) }
        let page = Ranking(scores, by: \.score, id: \.study).items.enumerated()
            .dropFirst(max(0, options.offset)).prefix(max(1, options.limit))
        let results = page.map { place, score in
            AskResult(
                score, rank: place + 1, percentile: archive.of(score.score) ?? 50, threshold: threshold)
        }
        self.init(
            set: set.name, title: set.title, category: category, results: results, scored: scores.count,
            unscored: unscored.sorted(), threshold: threshold, percentile: Percentile.definition,
            scoring: Notice.scoresAreRelative, notice: Notice.notADiagnosis)
    }
}

extension AskResult {
    init(_ score: StudyScore, rank: Int, percentile: Double, threshold: PromptThreshold?) {
        let ranked = Ranking(Array(score.categories.enumerated()), by: \.element.score, id: \.offset).items
        self.init(
            rank: rank, study: score.study, score: score.score, percentile: percentile,
            contrast: score.negative.map { score.score - $0 },
            aboveThreshold: threshold.map { Double(score.score) >= $0.value }, categories: score.categories,
            bestCategory: ranked.first?.element.category,
            margin: ranked.count > 1 ? ranked[0].element.score - ranked[1].element.score : nil,
            bestClip: score.bestClip, bestFrame: score.bestFrame)
    }
}
