/// What a DICOM header says of a clip; the names are DICOM's keywords.
///
/// Holds patient data: it goes into the index and nowhere else, never into a log or an error.
public struct DICOMFacts: Sendable, Equatable, Codable {
    /// (0008,0018).
    public var sopInstanceUID: String?
    /// (0020,000D).
    public var studyInstanceUID: String?
    /// (0020,000E).
    public var seriesInstanceUID: String?
    /// (0010,0020).
    public var patientID: String?
    /// (0010,0021): who gave the patient id; equal ids of two issuers are two patients.
    public var issuerOfPatientID: String?
    /// (0008,0020), `YYYYMMDD` as stored.
    public var studyDate: String?
    /// (0008,0030), `HHMMSS.FFFFFF` as stored.
    public var studyTime: String?
    /// (0008,0050).
    public var accessionNumber: String?
    /// (0008,0070).
    public var manufacturer: String?
    /// (0008,1090).
    public var manufacturerModelName: String?
    /// (0008,0080).
    public var institutionName: String?
    /// (0018,1088), beats per minute.
    public var heartRate: Double?
    /// (0008,0008), its values in order.
    public var imageType: [String] = []
    /// (0002,0010); by the first element where there is no meta group.
    public var transferSyntaxUID: String?
    /// (0028,0004).
    public var photometricInterpretation: String?
    /// (0018,6011), in order, valid or not.
    public var regions: [UltrasoundRegion] = []

    /// An empty header.
    public init() {}
}
