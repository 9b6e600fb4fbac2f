internal import EchoCore
internal import GRDB

extension StudyIndex {
    /// Ranks everything that passes the filter by its exact cosine to the query; equal scores by id.
    ///
    /// - Throws: ``IndexError/mixedSpace(slot:differing:)`` for a query of another space,
    ///   ``IndexError/noSpace(slot:)``.
    /// - Complexity: one pass over the vectors of the level; the first search after a change derives its file
    ///   anew.
    public func search(_ request: SearchRequest) async throws(IndexError) -> SearchResult {
        let vectors = vectors
        return try await reading { try Search(request, $0, vectors).run() }
    }

    /// The same with what each entry is known by, read in the same state: what is deleted meanwhile is named.
    ///
    /// - Throws: as ``search(_:)``; ``IndexError/damaged(table:row:)`` for an entry without its row.
    /// - Complexity: as ``search(_:)``, and two queries, however many entries.
    public func namedSearch(
        _ request: SearchRequest
    ) async throws(IndexError) -> (hits: [NamedHit], considered: Int) {
        let vectors = vectors
        return try await reading { db in
            let found = try Search(request, db, vectors).run()
            return (try NamedHit.read(found.hits, db), found.considered)
        }
    }
}

/// One search, in one consistent state of the database.
private struct Search {
    let request: SearchRequest
    let db: Database
    let image: VectorImage

    init(_ request: SearchRequest, _ db: Database, _ vectors: VectorFiles) throws {
        try request.space.requireOwn(db)
        guard request.query.dimension == request.space.dimension else {
            throw IndexError.mixedSpace(slot: request.space.slot, differing: [.dimension])
        }
        self.request = request
        self.db = db
        image = try vectors.current(db, request.space, request.level)
    }

    func run() throws -> SearchResult {
        let places = try passing()
        let scores = image.scores(request.query, at: places)
        let entries = ScoreRanking.page(request.page, of: scores).map { entry in
            (entry, image.id(at: places.map { Int($0[entry.index]) } ?? entry.index))
        }
        let studies = try studies(of: entries.map(\.1))
        let hits = try entries.map { try hit($0, $1, studies) }
        return SearchResult(hits: hits, considered: scores.count)
    }

    /// The studies of clips or sentences; of studies, none, since they are known.
    private func studies(of ids: [String]) throws -> [String: SealedRow] {
        switch request.level {
        case .study: [:]
        case .clip: try SealedRow.byID(db, .clips, ids)
        case .caption: try SealedRow.byID(db, .captions, ids)
        }
    }

    /// The rows that pass the filter; `nil` for all.
    private func passing() throws -> [Int32]? {
        let filter = try FilterSQL(request.filter)
        if request.level == .clip, !filter.notClip.isEmpty {
            return image.places(of: try filter.ids(.clip, db))
        }
        let isByClip = request.level != .caption && (!filter.clip.isEmpty || filter.namesKinds)
        if !filter.study.isEmpty || (isByClip && !(request.level == .clip && filter.clip.isEmpty)) {
            return image.places(of: try filter.ids(request.level, db))
        }
        guard request.level == .clip else { return nil }
        guard let kinds = request.filter.kinds else { return image.places { _, isUsable in isUsable } }
        let numbers = Set(kinds.map { VectorImage.number(of: $0) })
        return kinds == SearchFilter.everyKind ? nil : image.places { kind, _ in numbers.contains(kind) }
    }

    private func hit(
        _ entry: ScoreRanking.Entry, _ id: String, _ rows: [String: SealedRow]
    ) throws -> SearchHit {
        var study = id
        if request.level != .study {
            guard let row = rows[id] else {
                throw IndexError.damaged(table: request.level.table.rawValue, row: nil)
            }
            study = try row.get("study")
        }
        return SearchHit(
            rank: entry.rank, score: entry.score, percentile: entry.percentile, study: StudyID(study),
            clip: request.level == .clip ? ClipID(id) : nil,
            caption: request.level == .caption ? CaptionID(id) : nil)
    }
}
