/// What files a simulated set has.
public enum PhantomFormat: String, Sendable, Codable, CaseIterable {
    /// Ultrasound DICOM: JPEG baseline, and in some studies uncompressed.
    case dicom
    /// Ultrasound DICOM, uncompressed: pixels come back as they were drawn, at ten times the space.
    case uncompressed
    /// Motion JPEG in AVI.
    case avi
    /// H.264 in MP4.
    case mp4
    /// One of the three for each study.
    case mixed
}
