internal import EchoCore
internal import Foundation
internal import GRDB

/// A study's vector: the re-normalized mean over its usable clips, in the order of their ids.
enum StudyMean {
    /// Derives the row; `nil` where no usable clip has a vector, or they cancel out.
    static func derive(_ db: Database, _ study: StudyID, _ slot: ModelSlot) throws -> SealedRow? {
        let dimension = try EmbeddingSpace.serving(slot, db).dimension
        let rows = try SealedRow.all(
            db, .clipVectors,
            where: """
                WHERE space = ? AND clip IN (SELECT id FROM clips WHERE study = ? AND left_out_reason IS NULL)
                ORDER BY clip
                """, [slot.rawValue, study.text])
        let clips = try rows.flatMap {
            try VectorBytes.unpack(try $0.get("vector"), dimension: dimension, of: .clipVectors)
        }
        guard let mean = try? Embedding.mean(of: clips) else { return nil }
        return SealedRow(.studyVectors, [slot.rawValue, study.text, clips.count, VectorBytes.pack([mean])])
    }

    /// Brings the stored row up to date.
    static func update(_ db: Database, _ study: StudyID, _ slot: ModelSlot) throws {
        let checksum = try Int64.fetchOne(
            db, sql: "SELECT checksum FROM study_vectors WHERE space = ? AND study = ?",
            arguments: [slot.rawValue, study.text])
        let derived = try derive(db, study, slot)
        guard derived?.checksum != checksum else { return }
        if let derived {
            try derived.write(db)
        } else {
            try db.execute(
                sql: "DELETE FROM study_vectors WHERE space = ? AND study = ?",
                arguments: [slot.rawValue, study.text])
        }
        try VectorState.update(db, slot, .study) { state in
            if let checksum { state.remove(checksum) }
            if let derived { state.add(derived.checksum) }
        }
    }
}
