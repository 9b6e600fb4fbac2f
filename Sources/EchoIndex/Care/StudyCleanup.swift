internal import EchoCore
internal import GRDB

/// Removes a study with everything that belongs to it.
enum StudyCleanup {
    /// - Throws: ``IndexError/notFound(_:)``.
    static func remove(_ db: Database, _ study: StudyID) throws -> Deletion {
        guard let row = try SealedRow.one(db, .studies, study.text) else { throw IndexError.notFound(.study) }
        let captions = try ReportWriter.remove(db, study)
        try forgetVectors(db, study)
        let ofStudy = "IN (SELECT id FROM clips WHERE study = ?)"
        try db.execute(
            sql: "DELETE FROM left_out WHERE study = ? OR clip \(ofStudy)",
            arguments: [study.text, study.text])
        let leftOut = db.changesCount
        for table in [Table.frameVectors, .clipVectors, .frames] {
            try db.execute(
                sql: "DELETE FROM \(table.rawValue) WHERE clip \(ofStudy)", arguments: [study.text])
        }
        let contents = try String.fetchAll(
            db, sql: "SELECT content_hash FROM clips WHERE study = ?", arguments: [study.text])
        try db.execute(sql: "DELETE FROM clips WHERE study = ?", arguments: [study.text])
        let clips = db.changesCount
        for table in [Table.series, .studyVectors] {
            try db.execute(sql: "DELETE FROM \(table.rawValue) WHERE study = ?", arguments: [study.text])
        }
        try db.execute(sql: "DELETE FROM studies WHERE id = ?", arguments: [study.text])
        let patient: String? = try row.find("patient")
        let isGone = try patient.map { try removePatientIfOrphan(db, $0) } ?? false
        return Deletion(
            clips: clips, captions: captions, leftOut: leftOut, patient: isGone,
            contents: contents.compactMap { ContentHash(hex: $0) })
    }

    /// Removes a patient without a study; whether it had none.
    @discardableResult
    static func removePatientIfOrphan(_ db: Database, _ patient: String) throws -> Bool {
        try db.execute(
            sql:
                "DELETE FROM patients WHERE id = ? AND id NOT IN (SELECT patient FROM studies WHERE patient = ?)",
            arguments: [patient, patient])
        return db.changesCount > 0
    }

    /// Takes the study's vectors out of the spaces' states.
    private static func forgetVectors(_ db: Database, _ study: StudyID) throws {
        for slot in try EmbeddingSpace.all(db).map(\.slot) {
            let clips = try Int64.fetchAll(
                db,
                sql: """
                    SELECT checksum FROM clip_vectors
                    WHERE space = ? AND clip IN (SELECT id FROM clips WHERE study = ?)
                    """, arguments: [slot.rawValue, study.text])
            if !clips.isEmpty {
                try VectorState.update(db, slot, .clip) { state in clips.forEach { state.remove($0) } }
            }
            let own = try Int64.fetchOne(
                db, sql: "SELECT checksum FROM study_vectors WHERE space = ? AND study = ?",
                arguments: [slot.rawValue, study.text])
            if let own { try VectorState.update(db, slot, .study) { $0.remove(own) } }
        }
    }
}
