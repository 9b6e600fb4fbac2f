internal import EchoCore
internal import GRDB

extension NamedHit {
    /// Entries of a ranking with what they are known by, in the same order.
    static func read(_ hits: [SearchHit], _ db: Database) throws -> [NamedHit] {
        let studies = try SealedRow.byID(db, .studies, hits.map(\.study.text))
        let clips = try SealedRow.byID(db, .clips, hits.compactMap { $0.clip?.text })
        return try hits.map { hit in
            guard let study = studies[hit.study.text] else {
                throw IndexError.damaged(table: Table.studies.rawValue, row: nil)
            }
            return NamedHit(
                hit: hit, studyKey: try study.find("study_key"),
                date: try study.find("date", as: String.self).flatMap { StudyDate($0) },
                patient: try study.find("patient", as: String.self).map { PatientID($0) },
                clip: try hit.clip.map { try NamedHit.NamedClip(clips[$0.text]) })
        }
    }
}

extension NamedHit.NamedClip {
    fileprivate init(_ row: SealedRow?) throws {
        guard let row else { throw IndexError.damaged(table: Table.clips.rawValue, row: nil) }
        guard let kind = ClipKind(rawValue: try row.get("kind")) else {
            throw IndexError.damaged(table: Table.clips.rawValue, row: nil)
        }
        self.kind = kind
        view = try row.find("view")
        path = try row.get("path")
        leftOutReason = try row.find("left_out_reason")
    }
}
