internal import EchoCore

/// Fills one study's sections from captions.
struct DraftComposer {
    private let study: StudyVectors
    private let lexicon: ReportSections
    private let options: DraftOptions
    private let screen: CaptionScreen

    init(study: StudyVectors, sections: ReportSections, options: DraftOptions) {
        self.study = study
        self.lexicon = sections
        self.options = options
        screen = CaptionScreen(sections)
    }

    func sections(from captions: [CaptionCandidate]) throws(ReadingError) -> [DraftSection] {
        let clips = study.usableClips.count
        guard clips >= max(1, options.minimumClips) else {
            let abstention = Abstention(
                code: .tooFewClips,
                reason: "Usable B-mode clips: \(clips); at least \(max(1, options.minimumClips)) needed.")
            return lexicon.sections.map { empty($0, abstention) }
        }
        let query = try study.embedding()
        for caption in captions where caption.embedding.dimension != query.dimension {
            throw .dimension(found: caption.embedding.dimension, expected: query.dimension)
        }
        let others = captions.filter { $0.study != study.study }
        let bySection = Dictionary(grouping: others, by: \.section)
        return lexicon.sections.map { section in
            guard section.source == .captions else {
                return empty(
                    section,
                    Abstention(
                        code: .notFromCaptions,
                        reason:
                            "What other reports say here does not hold for this study; the reader writes it.")
                )
            }
            let scored = (bySection[section.id] ?? []).map {
                ScoredCaption(caption: $0, score: query.similarity(to: $0.embedding))
            }
            return fill(section, Ranking(scored, by: \.score, id: \.caption.caption).items)
        }
    }

    private func fill(_ section: ReportSection, _ ranked: [ScoredCaption]) -> DraftSection {
        var sentences: [DraftSentence] = []
        var shown: Set<String> = []
        var withheld = 0
        for (place, candidate) in ranked.enumerated() {
            guard sentences.count < max(1, options.sentencesPerSection) else { break }
            guard let sentence = sentence(candidate, rank: place + 1) else {
                withheld += 1
                continue
            }
            if shown.insert(Words(sentence.text).key).inserted { sentences.append(sentence) }
        }
        let margin =
            ranked.count < 2
            ? nil
            : sentences.first.map { best in
                best.score - SimilarityTable.lowerMedian(ranked.map(\.score))
            }
        let abstention = abstention(best: sentences.first?.score, margin: margin, captions: ranked.count)
        return DraftSection(
            id: section.id, title: section.title, sentences: abstention == nil ? sentences : [],
            abstention: abstention, candidates: ranked.count, withheld: withheld, margin: margin)
    }

    private func abstention(best: Float?, margin: Float?, captions: Int) -> Abstention? {
        guard let best else {
            return Abstention(
                code: .noCaption,
                reason: captions == 0
                    ? "No other study has a caption for this section."
                    : "None of the section's captions (\(captions)) may be taken over.")
        }
        if let minimum = options.minimumScore, best < minimum {
            return Abstention(
                code: .scoreBelow, reason: "Best score \(best.fixed(3)); \(minimum.fixed(3)) is needed.")
        }
        if let minimum = options.minimumMargin, (margin ?? -.infinity) < minimum {
            let found = margin.map { $0.fixed(3) } ?? "unknown with one caption"
            return Abstention(
                code: .marginBelow,
                reason: "Margin over the section's median \(found); \(minimum.fixed(3)) is needed.")
        }
        return nil
    }

    private func empty(_ section: ReportSection, _ abstention: Abstention) -> DraftSection {
        DraftSection(
            id: section.id, title: section.title, sentences: [], abstention: abstention, candidates: 0,
            withheld: 0, margin: nil)
    }
}

/// A caption and its cosine with the study.
struct ScoredCaption: Sendable {
    let caption: CaptionCandidate
    let score: Float
}

extension DraftComposer {
    /// The sentence as it may be printed; `nil` where the lexicon keeps it out.
    private func sentence(_ scored: ScoredCaption, rank: Int) -> DraftSentence? {
        let caption = scored.caption
        let isOwn = study.patient != nil && study.patient == caption.patient
        let isPrior = isOwn && StudyTiming(caption.date, relativeTo: study.date) == .earlier
        let text = CaptionScreen.printable(caption.text)
        guard !text.isEmpty, !screen.withholds(text, samePatient: isOwn) else { return nil }
        let masked = isPrior ? (text: text, count: 0) : screen.withoutNumbers(text)
        return DraftSentence(
            text: masked.text, caption: caption.caption, sourceStudy: caption.study,
            relation: isPrior ? .prior : isOwn ? .samePatient : .otherPatient,
            matchBasis: isOwn ? .patientID : .embedding, priorDate: isPrior ? caption.date : nil,
            score: scored.score, rank: rank, numbersReplaced: masked.count)
    }
}
