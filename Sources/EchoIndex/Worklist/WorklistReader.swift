internal import EchoCore
internal import GRDB

/// Reads a page of studies with a fixed number of queries.
struct WorklistReader {
    let db: Database
    /// On a study `s`.
    let condition: SQL

    func list(_ order: WorklistOrder, _ page: Page) throws -> Worklist {
        let counting: SQL = "SELECT COUNT(*) FROM studies s WHERE \(condition)"
        let total = try SQLRequest<Int>(literal: counting, cached: true).fetchOne(db) ?? 0
        let ids = try SQLRequest<String>(
            literal: """
                SELECT s.id FROM studies s WHERE \(condition) ORDER BY \(sql: Self.terms(order))
                LIMIT \(page.limit) OFFSET \(page.offset)
                """, cached: true
        ).fetchAll(db)
        return Worklist(total: total, studies: ids.isEmpty ? [] : try studies(ids))
    }

    /// No date is less than every date to SQLite; the newest are read off the index backwards.
    private static func terms(_ order: WorklistOrder) -> String {
        switch order {
        case .newest: "s.date DESC, s.time DESC, s.id DESC"
        case .oldest: "s.date IS NULL, s.date, s.time, s.id"
        }
    }

    private func studies(_ ids: [String]) throws -> [WorklistStudy] {
        let list = try JSONText.encode(ids)
        let rows = try SealedRow.all(db, .studies, where: "WHERE id \(Self.isListed)", [list])
        let patients = try patients(rows.compactMap { try $0.find("patient", as: String.self) })
        let kinds = try counts("clips WHERE study \(Self.isListed)", by: "kind", list)
        let usable = try counts(
            "clips WHERE left_out_reason IS NULL AND study \(Self.isListed)", by: "'usable'", list)
        let leftOut = try counts("left_out WHERE study \(Self.isListed)", by: "state", list)
        let reports = Set(
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT study FROM reports WHERE study \(Self.isListed)"),
                arguments: [list]))
        let byID = try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let id: String = try row.get("id")
                let patient: String? = try row.find("patient")
                let study = try StoredStudy(
                    row, patientKey: patient.flatMap { patients[$0]?.key },
                    clips: (kinds[id] ?? [:]).values.reduce(0, +), usable: usable[id]?["usable"] ?? 0,
                    hasReport: reports.contains(id))
                return (
                    id,
                    WorklistStudy(
                        study: study, kinds: try Self.words(kinds[id], of: .clips),
                        leftOut: try Self.words(leftOut[id], of: .leftOut),
                        priorCount: study.patient.map { (patients[$0.text]?.studies ?? 1) - 1 } ?? 0)
                )
            })
        return ids.compactMap { byID[$0] }
    }

    private static let isListed = "IN (SELECT value FROM json_each(?))"

    /// A patient's own words, and how many studies there are of them.
    private struct Owner {
        let key: PatientKey?
        let studies: Int
    }

    private func patients(_ ids: [String]) throws -> [String: Owner] {
        let list = try JSONText.encode(Array(Set(ids)))
        let studies = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT patient, COUNT(*) FROM studies WHERE patient \(Self.isListed) GROUP BY patient"),
            arguments: [list]
        ).reduce(into: [String: Int]()) { $0[$1[0]] = $1[1] }
        let rows = try SealedRow.all(db, .patients, where: "WHERE id \(Self.isListed)", [list])
        return try rows.reduce(into: [:]) { owners, row in
            let id: String = try row.get("id")
            owners[id] = Owner(
                key: PatientKey(
                    identifier: try row.get("identifier"), issuer: try row.find("issuer")),
                studies: studies[id] ?? 1)
        }
    }

    /// Rows of the listed studies, counted by study and word.
    private func counts(_ rest: String, by word: String, _ list: String) throws -> [String: [String: Int]] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT study, \(word), COUNT(*) FROM \(rest) GROUP BY 1, 2"),
            arguments: [list]
        ).reduce(into: [:]) { $0[$1[0], default: [:]][$1[1]] = $1[2] }
    }

    private static func words<Word: RawRepresentable & Hashable>(
        _ counts: [String: Int]?, of table: Table
    ) throws -> [Word: Int] where Word.RawValue == String {
        try (counts ?? [:]).reduce(into: [:]) { found, each in
            guard let word = Word(rawValue: each.key) else {
                throw IndexError.damaged(table: table.rawValue, row: nil)
            }
            found[word] = each.value
        }
    }
}
