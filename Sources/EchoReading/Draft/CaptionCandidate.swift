public import EchoCore

/// A sentence of an earlier report that a draft may take over.
public struct CaptionCandidate: Sendable, Equatable {
    /// Which sentence.
    public let caption: CaptionID
    /// Whose report it is from.
    public let study: StudyID
    /// That study's patient; `nil` where the files did not say.
    public let patient: PatientID?
    /// That study's date, in the archive's form; `nil` where the files did not say.
    public let date: String?
    /// The id of its ``ReportSection``.
    public let section: String
    /// As written.
    public let text: String
    /// By the text tower of the model that embedded the study.
    public let embedding: Embedding

    /// Joins the parts.
    public init(
        caption: CaptionID, study: StudyID, patient: PatientID?, date: String?, section: String,
        text: String, embedding: Embedding
    ) {
        self.caption = caption
        self.study = study
        self.patient = patient
        self.date = date
        self.section = section
        self.text = text
        self.embedding = embedding
    }
}
