public import EchoCore
public import EchoIndex

/// A study as a list shows it.
public struct StudyLine: Sendable, Encodable {
    /// The opaque id.
    public let study: StudyID
    /// StudyInstanceUID or the manifest's name.
    public let studyKey: String?
    /// The patient's opaque id.
    public let patient: PatientID?
    /// The patient's identifier, as a header or manifest gave it.
    public let patientKey: String?
    /// The day, `YYYY-MM-DD`.
    public let date: String?
    /// The accession number.
    public let accessionNumber: String?
    /// The institution or site.
    public let site: String?
    /// All clips.
    public let clips: Int
    /// Those that estimates, identity and devices use.
    public let usableClips: Int
    /// Whether its report is stored.
    public let hasReport: Bool
    /// Whether files of it name different patients.
    public let hasOtherPatient: Bool

    /// Takes the index's words.
    public init(_ stored: StoredStudy) {
        study = stored.id
        studyKey = stored.studyKey
        patient = stored.patient
        patientKey = stored.patientKey?.identifier
        date = stored.date?.description
        accessionNumber = stored.accessionNumber
        site = stored.site
        clips = stored.clipCount
        usableClips = stored.usableClipCount
        hasReport = stored.hasReport
        hasOtherPatient = stored.hasOtherPatient
    }
}
