public import EchoCore
public import EchoIndex

/// A study in the words its owner knows it by, for those who may see the index.
public struct StudyLabel: Sendable, Encodable {
    /// StudyInstanceUID or the manifest's name.
    public let studyKey: String?
    /// Its day, `YYYY-MM-DD`.
    public let date: String?
    /// Its patient's opaque id.
    public let patient: PatientID?

    /// Takes them from the index.
    public init(_ study: StoredStudy) {
        studyKey = study.studyKey
        date = study.date?.description
        patient = study.patient
    }
}
