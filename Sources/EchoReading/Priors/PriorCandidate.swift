public import EchoCore

/// A study of the archive, to be listed beside another.
public struct PriorCandidate: Sendable, Equatable {
    /// Which study.
    public let study: StudyID
    /// Whose; `nil` where the files did not say.
    public let patient: PatientID?
    /// When, in the archive's form; `nil` where the files did not say.
    public let date: String?
    /// The time of day as DICOM's TM, which orders one day's studies; `nil` where the files did not say.
    public let time: String?
    /// The cosine with the study asked about, −1...1; `nil` where one has no vector.
    public let similarity: Float?

    /// Joins the parts.
    public init(study: StudyID, patient: PatientID?, date: String?, time: String? = nil, similarity: Float?) {
        self.study = study
        self.patient = patient
        self.date = date
        self.time = time
        self.similarity = similarity
    }
}
