internal import EchoCore

extension StoredStudy {
    /// Reads a study's row back.
    ///
    /// - Parameters:
    ///   - patientKey: in the row of the study's patient.
    ///   - clips: how many the study has.
    ///   - usable: how many of them estimates, identity and devices use.
    /// - Throws: ``IndexError/damaged(table:row:)``.
    init(
        _ row: SealedRow, patientKey: PatientKey?, clips: Int, usable: Int, hasReport: Bool
    ) throws {
        self.init(
            id: StudyID(try row.get("id")),
            patient: try row.find("patient", as: String.self).map { PatientID($0) },
            patientKey: patientKey, studyKey: try row.find("study_key"),
            date: try row.find("date", as: String.self).flatMap { StudyDate($0) },
            time: try row.find("time"), accessionNumber: try row.find("accession"),
            site: try row.find("site"), clipCount: clips, usableClipCount: usable, hasReport: hasReport,
            hasOtherPatient: try row.get("has_other_patient"))
    }
}
