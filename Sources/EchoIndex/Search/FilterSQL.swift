internal import EchoCore
internal import GRDB

/// A filter as conditions on a study `s` and a clip `c`.
struct FilterSQL {
    /// On the study; empty for none.
    private(set) var study: [SQL] = []
    /// On one of its clips, kinds apart; empty for none.
    private(set) var clip: [SQL] = []
    /// On that clip's kind.
    let kind: SQL
    /// Whether the filter names kinds.
    let namesKinds: Bool
    /// On a ranked clip itself.
    let notClip: [SQL]

    init(_ filter: SearchFilter) throws {
        namesKinds = filter.kinds != nil
        let clips = filter.excludingClips.map(\.text)
        notClip = clips.isEmpty ? [] : ["NOT \(try Self.isOne("c.id", of: clips))"]
        if let kinds = filter.kinds {
            kind = try Self.isOne("c.kind", of: kinds.map(\.rawValue))
        } else {
            kind = "c.left_out_reason IS NULL"
        }
        if let patient = filter.patient { study.append("s.patient = \(patient.text)") }
        if let patient = filter.notPatient {
            study.append("(s.patient IS NULL OR s.patient <> \(patient.text))")
        }
        if let day = filter.dateFrom { study.append("s.date >= \(day.digits)") }
        if let day = filter.dateTo { study.append("s.date <= \(day.digits)") }
        if let site = filter.site { study.append("s.site = \(site)") }
        study += Self.conditions(onStudiesOf: filter)
        if let studies = filter.studies { study.append(try Self.isOne("s.id", of: studies.map(\.text))) }
        if !filter.excludingStudies.isEmpty {
            study.append("NOT \(try Self.isOne("s.id", of: filter.excludingStudies.map(\.text)))")
        }
        if let views = filter.views { clip.append(try Self.isOne("c.view", of: Array(views))) }
        if let manufacturer = filter.manufacturer { clip.append("c.manufacturer = \(manufacturer)") }
        for label in (filter.labels ?? []).sorted() {
            clip.append("EXISTS (SELECT 1 FROM json_each(c.labels) WHERE value = \(label))")
        }
    }

    /// What a list of studies is narrowed by.
    private static func conditions(onStudiesOf filter: SearchFilter) -> [SQL] {
        var conditions: [SQL] = []
        if let text = filter.text {
            let plain = ["\\", "%", "_"].reduce(text) { $0.replacing($1, with: "\\" + $1) }
            let pattern = "%\(plain)%"
            conditions.append(
                """
                (s.id = \(text) OR s.patient = \(text) OR s.study_key LIKE \(pattern) ESCAPE '\\'
                    OR s.accession LIKE \(pattern) ESCAPE '\\' OR s.site LIKE \(pattern) ESCAPE '\\'
                    OR EXISTS (SELECT 1 FROM patients p WHERE p.id = s.patient
                        AND p.identifier LIKE \(pattern) ESCAPE '\\'))
                """)
        }
        if let wanted = filter.hasReport {
            conditions.append("EXISTS (SELECT 1 FROM reports r WHERE r.study = s.id) = \(wanted)")
        }
        if let wanted = filter.hasUsableClip {
            conditions.append(
                "EXISTS (SELECT 1 FROM clips u WHERE u.study = s.id AND u.left_out_reason IS NULL) = \(wanted)"
            )
        }
        if let wanted = filter.hasOtherPatient { conditions.append("s.has_other_patient = \(wanted)") }
        return conditions
    }

    /// Studies with a clip that passes; the clip conditions count only where the filter sets one.
    var studyCondition: SQL {
        guard namesKinds || !clip.isEmpty else { return Self.all(study) }
        let ofClip = Self.all(["c.study = s.id", kind] + clip)
        return Self.all(study + ["EXISTS (SELECT 1 FROM clips c WHERE \(ofClip))"])
    }

    /// The ids that pass at a level, ascending.
    func ids(_ level: SearchLevel, _ db: Database) throws -> [String] {
        let query: SQL =
            switch level {
            case .clip:
                """
                SELECT c.id FROM clips c JOIN studies s ON s.id = c.study
                WHERE \(Self.all(study + [kind] + clip + notClip)) ORDER BY c.id
                """
            case .study: "SELECT s.id FROM studies s WHERE \(studyCondition) ORDER BY s.id"
            case .caption:
                """
                SELECT t.id FROM captions t JOIN studies s ON s.id = t.study
                WHERE \(Self.all(study)) ORDER BY t.id
                """
            }
        return try SQLRequest<String>(literal: query).fetchAll(db)
    }

    private static func all(_ conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    }

    /// Any number of values, in one argument; none is never matched, and an empty column never matches.
    private static func isOne(_ column: String, of values: [String]) throws -> SQL {
        let list = try JSONText.encode(values)
        return "(\(sql: column) IS NOT NULL AND \(sql: column) IN (SELECT value FROM json_each(\(list))))"
    }
}
