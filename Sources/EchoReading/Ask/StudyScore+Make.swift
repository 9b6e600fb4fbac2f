internal import EchoCore

extension StudyScore {
    /// Scores one study by the published formula.
    ///
    /// A clip without frame vectors counts as one frame, its own embedding.
    ///
    /// - Returns: `nil` where the study has no clip that may be used.
    /// - Throws: ``ReadingError/wrongKind(set:found:expected:)`` for a regression,
    ///   ``ReadingError/unknownCategory(expected:)``, and what ``SimilarityTable`` throws.
    public init?(
        _ prompts: EncodedPromptSet, study: StudyVectors, options: AskOptions = AskOptions()
    ) throws(ReadingError) {
        let category = try prompts.set.asked(options.category)
        let positives = category.map { prompts.vectors(category: $0) } ?? prompts.vectors(.positive)
        let set = prompts.set
        let used = ClipSelection(study, kinds: set.clipKinds, views: set.views, needsFrames: false).used
        guard !used.isEmpty else { return nil }
        let clips = try used.map { clip throws(ReadingError) in try ScoredClip(clip, prompts: positives) }
        let best = Ranking(clips, by: \.score, id: \.clip.clip).items[0]
        let frames: [Embedding]
        switch options.pooling {
        case .mean: frames = clips.flatMap(\.frames)
        case .best: frames = best.frames
        }
        func score(_ vectors: [Embedding]) throws(ReadingError) -> Float {
            try SimilarityTable(frames: frames, prompts: vectors).binaryScore
        }
        self.init(study: study.study, score: try score(positives))
        let negatives = prompts.vectors(.negative)
        negative = negatives.isEmpty ? nil : try score(negatives)
        categories = try set.categories.map { category throws(ReadingError) in
            CategoryScore(category: category.name, score: try score(prompts.vectors(category: category.name)))
        }
        bestClip = best.clip.clip
        bestFrame = clips.compactMap(\.evidence).max { $0.score < $1.score }
    }
}

/// A clip, its frames and their scores.
private struct ScoredClip {
    let clip: ClipVectors
    let frames: [Embedding]
    let score: Float
    let evidence: FrameEvidence?

    init(_ clip: ClipVectors, prompts: [Embedding]) throws(ReadingError) {
        self.clip = clip
        frames = clip.frames.isEmpty ? [clip.embedding] : clip.frames
        let table = try SimilarityTable(frames: frames, prompts: prompts)
        score = table.binaryScore
        let scores = table.frameScores
        let best = scores.indices.max { scores[$0] < scores[$1] }
        evidence =
            clip.frames.isEmpty
            ? nil
            : best.map {
                FrameEvidence(clip: clip.clip, frame: clip.frameIndices[$0], score: scores[$0])
            }
    }
}

extension PromptSet {
    /// The category that a question ranks by: the given one, or the most severe; `nil` for a binary set.
    func asked(_ category: String?) throws(ReadingError) -> String? {
        switch kind {
        case .regression:
            throw .wrongKind(set: name, found: kind, expected: [.binary, .categorical])
        case .binary:
            if category != nil { throw .unknownCategory(expected: ["none"]) }
            return nil
        case .categorical:
            guard let category else { return categories.max { $0.severity < $1.severity }?.name }
            guard categories.contains(where: { $0.name == category }) else {
                throw .unknownCategory(expected: categories.map(\.name))
            }
            return category
        }
    }
}
