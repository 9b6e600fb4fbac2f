public import EchoCore

/// Whose clip it is, when and by what it was made: what a DICOM header says besides the pictures.
///
/// Texts are UTF-8 and are written as they are; the names are DICOM's keywords.
public struct DICOMDescription: Sendable, Equatable {
    /// (0010,0020).
    public var patientID: String
    /// (0010,0010), such as `PHANTOM^000012`.
    public var patientName: String
    /// (0020,000D).
    public var studyInstanceUID: String
    /// (0020,000E).
    public var seriesInstanceUID: String
    /// (0008,0018).
    public var sopInstanceUID: String
    /// (0008,0020), `YYYYMMDD`; also the content's day.
    public var studyDate: String
    /// (0008,0030), `HHMMSS`.
    public var studyTime: String
    /// (0008,0033), `HHMMSS`.
    public var contentTime: String
    /// (0008,0050).
    public var accessionNumber: String
    /// (0020,0010), at most 16 characters.
    public var studyID: String
    /// (0008,1030).
    public var studyDescription: String
    /// (0008,103E).
    public var seriesDescription: String
    /// (0020,0011).
    public var seriesNumber: Int
    /// (0020,0013).
    public var instanceNumber: Int
    /// (0008,0070).
    public var manufacturer: String
    /// (0008,1090).
    public var manufacturerModelName: String
    /// (0008,0080).
    public var institutionName: String
    /// (0018,1020).
    public var softwareVersions: String
    /// (0018,1088), beats a minute.
    public var heartRate: Int?
    /// What the clip shows; decides ImageType and UltrasoundColorDataPresent.
    public var kind: ClipKind
    /// (0028,0301): whether text is drawn into the pictures.
    public var hasBurnedInAnnotation: Bool

    /// Everything but the identifiers is empty.
    public init(
        patientID: String, patientName: String, studyInstanceUID: String, seriesInstanceUID: String,
        sopInstanceUID: String, studyDate: String, kind: ClipKind, hasBurnedInAnnotation: Bool
    ) {
        self.patientID = patientID
        self.patientName = patientName
        self.studyInstanceUID = studyInstanceUID
        self.seriesInstanceUID = seriesInstanceUID
        self.sopInstanceUID = sopInstanceUID
        self.studyDate = studyDate
        self.kind = kind
        self.hasBurnedInAnnotation = hasBurnedInAnnotation
        (studyTime, contentTime, accessionNumber, studyID) = ("", "", "", "")
        (studyDescription, seriesDescription) = ("", "")
        (seriesNumber, instanceNumber) = (1, 1)
        (manufacturer, manufacturerModelName, institutionName, softwareVersions) = ("", "", "", "")
    }
}
