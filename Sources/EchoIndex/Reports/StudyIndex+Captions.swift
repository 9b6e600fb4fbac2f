public import EchoCore
internal import GRDB

extension StudyIndex {
    /// The sentences of a study's report in order, or of all reports by study.
    public func captions(
        of study: StudyID? = nil, page: Page = .all
    ) async throws(IndexError) -> [StoredCaption] {
        try await reading { db in
            try SealedRow.all(
                db, .captions,
                where: "WHERE ? IS NULL OR study = ? ORDER BY study, ordinal LIMIT ? OFFSET ?",
                [study?.text, study?.text, page.limit, page.offset]
            ).map { try StoredCaption($0) }
        }
    }

    /// The sentences with these ids, in the order asked for; unknown ones are left out.
    public func captions(_ ids: [CaptionID]) async throws(IndexError) -> [StoredCaption] {
        try await reading { db in
            try ids.compactMap { id in
                try SealedRow.one(db, .captions, id.text).map { try StoredCaption($0) }
            }
        }
    }

    /// The vectors of a report's sentences in a space, in the report's order.
    public func captionEmbeddings(
        of study: StudyID, in space: EmbeddingSpace
    ) async throws(IndexError) -> [CaptionEmbedding] {
        try await reading { db in
            try space.requireOwn(db)
            let ids = try String.fetchAll(
                db, sql: "SELECT id FROM captions WHERE study = ? ORDER BY ordinal", arguments: [study.text])
            return try ids.flatMap { id in
                guard let row = try SealedRow.one(db, .captionVectors, space.slot.rawValue, id) else {
                    return [CaptionEmbedding]()
                }
                return try VectorBytes.unpack(
                    try row.get("vector"), dimension: space.dimension, of: .captionVectors
                ).map { CaptionEmbedding(caption: CaptionID(id), embedding: $0) }
            }
        }
    }

    /// The text of a study's report; `nil` where it has none.
    public func reportText(of study: StudyID) async throws(IndexError) -> String? {
        try await reading { db in try SealedRow.one(db, .reports, study.text)?.get("text") }
    }
}

extension StoredCaption {
    fileprivate init(_ row: SealedRow) throws {
        id = CaptionID(try row.get("id"))
        study = StudyID(try row.get("study"))
        ordinal = try row.get("ordinal")
        section = try row.get("section")
        text = try row.get("text")
    }
}
