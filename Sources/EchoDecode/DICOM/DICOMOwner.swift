/// The study that a DICOM file says it belongs to, whatever else it holds.
///
/// For files that are no clip, or whose pixels do not read. Patient data.
public struct DICOMOwner: Sendable, Equatable {
    /// (0020,000D); `nil` where the header has none.
    public let studyInstanceUID: String?

    /// Reads the header; no pixel is decoded.
    ///
    /// - Throws: ``DecodeError``: the file cannot be opened, is no DICOM file, or breaks off before its end.
    public init(path: String) throws(DecodeError) {
        let document = try DICOMDocument(path: path, limits: .standard)
        studyInstanceUID = document.header.root.text(.studyInstanceUID)
    }
}
