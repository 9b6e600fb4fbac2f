public import EchoCore
internal import GRDB

extension StudyIndex {
    /// The vectors of a study's clips, by id; usable ones unless told otherwise.
    public func clipEmbeddings(
        of study: StudyID, in space: EmbeddingSpace, onlyUsable: Bool = true
    ) async throws(IndexError) -> [ClipEmbedding] {
        try await reading { db in
            try space.requireOwn(db)
            let rows = try SealedRow.all(
                db, .clipVectors,
                where: """
                    WHERE space = ? AND clip IN
                    (SELECT id FROM clips WHERE study = ? AND (NOT ? OR left_out_reason IS NULL))
                    ORDER BY clip
                    """, [space.slot.rawValue, study.text, onlyUsable])
            return try rows.flatMap { row in
                let clip = ClipID(try row.get("clip"))
                return try VectorBytes.unpack(
                    try row.get("vector"), dimension: space.dimension, of: .clipVectors
                ).map { ClipEmbedding(clip: clip, embedding: $0) }
            }
        }
    }

    /// The mean over a study's usable clips; `nil` where it has none.
    public func studyEmbedding(
        of study: StudyID, in space: EmbeddingSpace
    ) async throws(IndexError) -> Embedding? {
        try await reading { db in
            try space.requireOwn(db)
            let row = try SealedRow.one(db, .studyVectors, space.slot.rawValue, study.text)
            return try row.flatMap {
                try VectorBytes.unpack(
                    try $0.get("vector"), dimension: space.dimension, of: .studyVectors
                ).first
            }
        }
    }

    /// The vectors of a study's clips of every kind, by id, all read in one state; clips without a vector in
    /// this space are not there.
    ///
    /// - Parameter withFrames: also read the vectors of the clips' frames.
    /// - Complexity: two queries, or four with frames, however many clips there are.
    public func clipVectors(
        of study: StudyID, in space: EmbeddingSpace, withFrames: Bool
    ) async throws(IndexError) -> [StoredClipVectors] {
        try await reading { db in
            try space.requireOwn(db)
            return try StoredVectorsReader(db: db, space: space, study: study).list(withFrames: withFrames)
        }
    }
}
