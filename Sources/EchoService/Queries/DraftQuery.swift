public import EchoCore
public import EchoIndex
public import EchoReading

/// Drafts reports from the archive's nearest sentences.
public struct DraftQuery: Sendable {
    /// The report's sections and lexicon.
    public var sections: ReportSections
    /// How much to say, and when to say nothing.
    public var options: DraftOptions
    /// Sentences nearest to the study that are looked at; margins are taken against these.
    public static let captionLimit = 4_000

    /// Joins the two.
    public init(sections: ReportSections, options: DraftOptions = DraftOptions()) {
        self.sections = sections
        self.options = options
    }

    /// Drafts one study, by any name it goes by.
    ///
    /// - Parameter snapshot: the content's digest, where several drafts are made of one state of the index;
    ///   `nil` computes it, which reads the whole index.
    /// - Throws: `IndexError`, `ReadingError`.
    public func run(
        _ name: String, in index: StudyIndex, snapshot: ContentHash? = nil
    ) async throws -> Draft {
        let study = try await index.study(resolving: name)
        let space = try await index.space(serving: .similarity)
        let digest = if let snapshot { snapshot } else { try await index.contentDigest() }
        let vectors = try await Archive(index: index, space: space).vectors(of: study, withFrames: false)
        let files = try await index.filesWithoutClip(of: study.id)
        let context = DraftContext(
            model: space.fingerprint.model, weights: space.fingerprint.weights,
            fingerprint: space.fingerprint.description,
            indexSnapshot: digest.hex, modelNotice: space.notice,
            leftOut: files.map { DraftExclusion(fileWith: $0.code, reason: $0.reason) })
        return try Draft(
            study: vectors, captions: try await captions(near: study, in: index, space), sections: sections,
            options: options, context: context)
    }

    private func captions(
        near study: StoredStudy, in index: StudyIndex, _ space: EmbeddingSpace
    ) async throws -> [CaptionCandidate] {
        guard let query = try await index.studyEmbedding(of: study.id, in: space) else { return [] }
        var filter = SearchFilter()
        filter.kinds = SearchFilter.everyKind
        filter.excludingStudies = [study.id]
        let found = try await index.search(
            SearchRequest(
                query: query, space: space, level: .caption, page: Page(limit: Self.captionLimit),
                filter: filter))
        let ids = found.hits.compactMap(\.caption)
        var vectors: [CaptionID: Embedding] = [:]
        var studies: [StudyID: StoredStudy] = [:]
        for study in Set(found.hits.map(\.study)) {
            studies[study] = try await index.study(resolving: study.text)
            for one in try await index.captionEmbeddings(of: study, in: space) {
                vectors[one.caption] = one.embedding
            }
        }
        return try await index.captions(ids).compactMap { caption in
            guard let vector = vectors[caption.id], let source = studies[caption.study] else { return nil }
            return CaptionCandidate(
                caption: caption.id, study: caption.study, patient: source.patient,
                date: source.date?.description, section: caption.section, text: caption.text,
                embedding: vector)
        }
    }
}
