/// What a FHIR document names a study by, for the system that it is sent to.
public struct FHIRStudy: Sendable, Equatable {
    /// The patient's identifier; `nil` where nobody said.
    public let patient: String?
    /// StudyInstanceUID; `nil` where there is none.
    public let studyInstanceUID: String?
    /// The day, `YYYY-MM-DD`.
    public let date: String?

    /// Joins the parts; a study's key that is no UID is left out.
    public init(patient: String?, studyKey: String?, date: String?) {
        self.patient = patient
        let isUID = studyKey.map { key in
            key.utf8.count <= 64 && key.contains(".")
                && key.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
        }
        studyInstanceUID = isUID == true ? studyKey : nil
        self.date = date
    }
}
