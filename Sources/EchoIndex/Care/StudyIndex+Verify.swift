internal import EchoCore
internal import GRDB

extension StudyIndex {
    /// Reads everything back and compares it with its checksums.
    ///
    /// - Throws: ``IndexError`` only where the check itself could not be made; damage is in the answer.
    /// - Complexity: reads the whole index once.
    public func verify() async throws(IndexError) -> Verification {
        let vectors = vectors
        return try await reading { try Verifier.run($0, vectors) }
    }

    /// Derives study vectors and vector files anew.
    ///
    /// - Throws: ``IndexError/damaged(table:row:)`` where a source row is damaged.
    public func rebuild() async throws(IndexError) {
        try await writing { db in
            for slot in try EmbeddingSpace.all(db).map(\.slot) {
                try db.execute(sql: "DELETE FROM study_vectors WHERE space = ?", arguments: [slot.rawValue])
                try db.execute(sql: "DELETE FROM vector_states WHERE space = ?", arguments: [slot.rawValue])
                for study in try String.fetchAll(db, sql: "SELECT id FROM studies ORDER BY id") {
                    try StudyMean.derive(db, StudyID(study), slot)?.write(db)
                }
                for level in SearchLevel.allCases {
                    let state = try VectorState.counted(db, slot, level)
                    if state.count > 0 { try state.write(db, slot, level) }
                }
            }
        }
        let vectors = vectors
        vectors.forget()
        try await reading { db in
            for space in try EmbeddingSpace.all(db) {
                for level in SearchLevel.allCases { try vectors.derive(db, space, level) }
            }
        }
    }

    /// Brings the derived vector files up to date, so that the next search need not.
    public func refreshVectorFiles() async throws(IndexError) {
        let vectors = vectors
        try await reading { db in
            for space in try EmbeddingSpace.all(db) {
                for level in SearchLevel.allCases { _ = try vectors.current(db, space, level) }
            }
        }
    }
}
