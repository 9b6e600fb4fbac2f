internal import EchoCore
internal import Foundation
internal import GRDB

/// Reads all vectors of a study in one space.
struct StoredVectorsReader {
    let db: Database
    let space: EmbeddingSpace
    let study: StudyID

    /// By clip id.
    func list(withFrames: Bool) throws -> [StoredClipVectors] {
        let means = try vectors(.clipVectors, column: "vector")
        let frames = withFrames ? try vectors(.frameVectors, column: "vectors") : [:]
        let used = withFrames ? try framesUsed() : [:]
        return try SealedRow.all(db, .clips, where: "WHERE study = ? ORDER BY id", [study.text])
            .compactMap { row in
                let id: String = try row.get("id")
                guard let mean = means[id]?.first else { return nil }
                guard let kind = ClipKind(rawValue: try row.get("kind")) else {
                    throw IndexError.damaged(table: Table.clips.rawValue, row: nil)
                }
                let (own, indices) = (frames[id] ?? [], used[id] ?? [])
                guard own.count == indices.count else {
                    throw IndexError.damaged(table: Table.frameVectors.rawValue, row: nil)
                }
                return StoredClipVectors(
                    clip: ClipID(id), kind: kind, view: try row.find("view"), embedding: mean, frames: own,
                    framesUsed: indices)
            }
    }

    /// One column of a table of vectors, by clip.
    private func vectors(_ table: Table, column: String) throws -> [String: [Embedding]] {
        let rows = try SealedRow.all(
            db, table, where: "WHERE space = ? AND clip IN (SELECT id FROM clips WHERE study = ?)",
            [space.slot.rawValue, study.text])
        var found: [String: [Embedding]] = [:]
        for row in rows {
            found[try row.get("clip")] = try VectorBytes.unpack(
                try row.get(column), dimension: space.dimension, of: table)
        }
        return found
    }

    private func framesUsed() throws -> [String: [Int]] {
        let rows = try SealedRow.all(
            db, .frames, where: "WHERE clip IN (SELECT id FROM clips WHERE study = ?)", [study.text])
        var found: [String: [Int]] = [:]
        for row in rows { found[try row.get("clip")] = try JSONText.decode(try row.get("used"), of: .frames) }
        return found
    }
}
