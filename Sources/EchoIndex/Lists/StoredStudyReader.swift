internal import EchoCore
internal import GRDB

/// Reads studies.
enum StoredStudyReader {
    /// The studies that pass a filter, by date, then id; undated ones last.
    static func list(_ db: Database, _ filter: SearchFilter?, _ page: Page) throws -> [StoredStudy] {
        // Typed, since the database library has a `??` of its own, which lets unknown values pass.
        let condition: SQL = try filter.map { try FilterSQL($0).studyCondition } ?? "1"
        let query: SQL = """
            SELECT s.id FROM studies s WHERE \(condition) ORDER BY s.date IS NULL, s.date, s.id
            LIMIT \(page.limit) OFFSET \(page.offset)
            """
        return try SQLRequest<String>(literal: query).fetchAll(db).map { try one(db, StudyID($0)) }
    }

    /// One study.
    ///
    /// - Throws: ``IndexError/notFound(_:)``.
    static func one(_ db: Database, _ id: StudyID) throws -> StoredStudy {
        guard let row = try SealedRow.one(db, .studies, id.text) else { throw IndexError.notFound(.study) }
        let patient: String? = try row.find("patient")
        let key = try patient.flatMap { try SealedRow.one(db, .patients, $0) }
        return try StoredStudy(
            row,
            patientKey: try key.flatMap {
                PatientKey(identifier: try $0.get("identifier"), issuer: try $0.find("issuer"))
            },
            clips: try count(db, "clips WHERE study = ?", id),
            usable: try count(db, "clips WHERE study = ? AND left_out_reason IS NULL", id),
            hasReport: try count(db, "reports WHERE study = ?", id) > 0)
    }

    /// The studies that go by a name: by opaque id, else by natural key, else by accession number.
    static func ids(_ db: Database, resolving text: String) throws -> [StudyID] {
        for column in ["id", "study_key", "accession"] {
            let found = try String.fetchAll(
                db, sql: "SELECT id FROM studies WHERE \(column) = ? ORDER BY id", arguments: [text])
            if !found.isEmpty { return found.map { StudyID($0) } }
        }
        return []
    }

    /// The same patient's other studies, newest first, undated last.
    static func priors(_ db: Database, of id: StudyID) throws -> [PriorStudy] {
        let own = try one(db, id)
        guard let patient = own.patient else { return [] }
        let others = try String.fetchAll(
            db,
            sql: """
                SELECT id FROM studies WHERE patient = ? AND id <> ?
                ORDER BY date IS NULL, date DESC, time DESC, id
                """, arguments: [patient.text, id.text])
        return try others.map { other in
            let study = try one(db, StudyID(other))
            return PriorStudy(study: study, isLater: isLater(study, than: own))
        }
    }

    private static func isLater(_ study: StoredStudy, than own: StoredStudy) -> Bool {
        guard let day = study.date, let ownDay = own.date else { return false }
        if day != ownDay { return day > ownDay }
        guard let time = study.time, let ownTime = own.time else { return false }
        return time > ownTime
    }

    private static func count(_ db: Database, _ rest: String, _ id: StudyID) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT COUNT(*) FROM \(rest)")
        return try Int.fetchOne(statement, arguments: [id.text]) ?? 0
    }
}
