/// What is true of one simulated study: a `"record": "study"` line of `truth.ndjson`.
public struct StudyTruth: Sendable, Equatable, Codable {
    /// The patient's made-up identifier, such as `PHANTOM-000012`.
    public var patient: String
    /// The study's name, such as `PHANTOM-000012-2`; the manifest's `study`, and in DICOM the AccessionNumber.
    public var study: String
    /// DICOM's StudyInstanceUID; a 2.25 UID made from the seed.
    public var studyInstanceUID: String
    /// `YYYY-MM-DD`.
    public var date: String
    /// Which made-up laboratory's scanner style the study has, such as `site-a`.
    public var site: String
    /// What was measured and graded.
    public var findings: StudyFindings
    /// What happened since the patient's study before this one; empty at the first.
    public var changes: [CourseEvent]

    /// Takes all of it.
    public init(
        patient: String, study: String, studyInstanceUID: String, date: String, site: String,
        findings: StudyFindings, changes: [CourseEvent]
    ) {
        self.patient = patient
        self.study = study
        self.studyInstanceUID = studyInstanceUID
        self.date = date
        self.site = site
        self.findings = findings
        self.changes = changes
    }
}
