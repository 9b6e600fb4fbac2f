public import EchoCore

/// A study as kept; patient data.
public struct StoredStudy: Sendable, Equatable, Codable {
    /// Which study.
    public let id: StudyID
    /// Its patient; `nil` where unknown.
    public let patient: PatientID?
    /// The patient in the words of whoever gave the number.
    public let patientKey: PatientKey?
    /// StudyInstanceUID or the manifest's name; `nil` for a file nobody said anything about.
    public let studyKey: String?
    /// The day.
    public let date: StudyDate?
    /// The time of day, as DICOM's TM.
    public let time: String?
    /// The accession number.
    public let accessionNumber: String?
    /// The institution or site.
    public let site: String?
    /// All its clips.
    public let clipCount: Int
    /// Those that estimates, identity and devices use.
    public let usableClipCount: Int
    /// Whether its report is stored.
    public let hasReport: Bool
    /// Whether files of this study name different patients; it keeps the first.
    public let hasOtherPatient: Bool
}
