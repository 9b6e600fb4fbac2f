public import EchoCore

/// What is known of the study, series and patient that a file belongs to; patient data.
///
/// Every field may be missing: a file without any becomes a study of its own whose patient is unknown, and an
/// unknown patient is never the same as another unknown one.
public struct StudyIdentity: Sendable, Equatable, Codable {
    /// The StudyInstanceUID, or the study's name in a manifest.
    public var studyKey: String?
    /// Who the patient is.
    public var patient: PatientKey?
    /// The SeriesInstanceUID.
    public var seriesKey: String?
    /// The day.
    public var date: StudyDate?
    /// The time of day, as DICOM's TM.
    public var time: String?
    /// The accession number.
    public var accessionNumber: String?
    /// The institution or site.
    public var site: String?

    /// Knows nothing.
    public init() {}

    /// Takes what a DICOM header says; texts without a visible character count as missing.
    ///
    /// - Parameter issuer: who issued the patient identifiers of this archive; with `nil`, equal identifiers
    ///   are the same patient.
    public init(dicom: DICOMFacts, issuer: String? = nil) {
        studyKey = Self.visible(dicom.studyInstanceUID)
        let issuer = Self.visible(dicom.issuerOfPatientID) ?? issuer
        patient = Self.visible(dicom.patientID).flatMap { PatientKey(identifier: $0, issuer: issuer) }
        seriesKey = Self.visible(dicom.seriesInstanceUID)
        date = dicom.studyDate.flatMap { StudyDate($0) }
        time = Self.visible(dicom.studyTime)
        accessionNumber = Self.visible(dicom.accessionNumber)
        site = Self.visible(dicom.institutionName)
    }

    private static func visible(_ text: String?) -> String? {
        guard let text, let first = text.firstIndex(where: { !$0.isWhitespace && $0 != "\0" }),
            let last = text.lastIndex(where: { !$0.isWhitespace && $0 != "\0" })
        else { return nil }
        return String(text[first...last])
    }

    /// The study's id, for a file with these bytes.
    public func study(for content: ContentHash) -> StudyID {
        studyKey.map { StudyID(key: $0) } ?? StudyID(soleFile: content)
    }
}
