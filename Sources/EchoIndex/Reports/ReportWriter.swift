internal import EchoCore
internal import Foundation
internal import GRDB

/// Puts a report in the place of a study's earlier one.
struct ReportWriter {
    let db: Database
    let study: StudyID
    let report: NewReport

    func write() throws -> ReportOutcome {
        let text = SealedRow(.reports, [study.text, report.text])
        let captions = report.sentences.enumerated().map { ordinal, sentence in
            let id =
                sentence.id
                ?? CaptionID(study: study, ordinal: ordinal, section: sentence.section, text: sentence.text)
            return SealedRow(.captions, [id.text, study.text, ordinal, sentence.section, sentence.text])
        }
        let vectors = zip(captions, report.sentences).compactMap { caption, sentence in
            sentence.embedding.flatMap { vector in
                report.space.map { space in
                    SealedRow(
                        .captionVectors,
                        [space.slot.rawValue, caption.values[0], VectorBytes.pack([vector])])
                }
            }
        }
        if try isStored(text, captions, vectors) { return .unchanged(study) }
        try Self.remove(db, study)
        for row in [text] + captions { try insert(row) }
        for row in vectors { try row.write(db) }
        if let slot = report.space?.slot {
            try VectorState.update(db, slot, .caption) { state in
                for row in vectors { state.add(row.checksum) }
            }
        }
        return .recorded(study)
    }

    /// Removes a study's report with its sentences and their vectors; how many sentences there were.
    @discardableResult
    static func remove(_ db: Database, _ study: StudyID) throws -> Int {
        let ofStudy = "caption IN (SELECT id FROM captions WHERE study = ?)"
        for space in try EmbeddingSpace.all(db) {
            let sums = try Int64.fetchAll(
                db, sql: "SELECT checksum FROM caption_vectors WHERE space = ? AND \(ofStudy)",
                arguments: [space.slot.rawValue, study.text])
            guard !sums.isEmpty else { continue }
            try VectorState.update(db, space.slot, .caption) { state in sums.forEach { state.remove($0) } }
        }
        try db.execute(sql: "DELETE FROM caption_vectors WHERE \(ofStudy)", arguments: [study.text])
        try db.execute(sql: "DELETE FROM captions WHERE study = ?", arguments: [study.text])
        let count = db.changesCount
        try db.execute(sql: "DELETE FROM reports WHERE study = ?", arguments: [study.text])
        return count
    }

    private func isStored(_ text: SealedRow, _ captions: [SealedRow], _ vectors: [SealedRow]) throws -> Bool {
        guard try SealedRow.one(db, .reports, study.text)?.checksum == text.checksum else { return false }
        let oldCaptions = try SealedRow.all(
            db, .captions, where: "WHERE study = ? ORDER BY ordinal", [study.text])
        let oldVectors = try SealedRow.all(
            db, .captionVectors, where: "WHERE caption IN (SELECT id FROM captions WHERE study = ?)",
            [study.text])
        return oldCaptions.map(\.checksum) == captions.map(\.checksum)
            && Set(oldVectors.map(\.checksum)) == Set(vectors.map(\.checksum))
    }

    /// A caption's id that another study has is the caller's mistake, and must not move that caption here.
    private func insert(_ row: SealedRow) throws {
        if row.table == .captions, try SealedRow.one(db, .captions, row.values[0]) != nil {
            throw IndexError.ambiguous(.caption, count: 2)
        }
        try row.write(db)
    }
}
