/// How a DICOM file's pictures are coded.
public enum DICOMCoding: String, Sendable, CaseIterable {
    /// Explicit VR little endian: every sample as it is.
    case uncompressed
    /// JPEG baseline, a stream a frame.
    case jpeg

    /// IJG's quality, 1...100: speckle comes back within 2 gray levels in the mean.
    static let quality: UInt8 = 92

    /// (0002,0010), by PS3.6 table A-1.
    var transferSyntaxUID: String {
        switch self {
        case .uncompressed: "1.2.840.10008.1.2.1"
        case .jpeg: "1.2.840.10008.1.2.4.50"
        }
    }

    /// (0028,0004): what a pixel's samples mean, as stored.
    func photometricInterpretation(isGray: Bool) -> String {
        switch self {
        case _ where isGray: "MONOCHROME2"
        case .uncompressed: "RGB"
        case .jpeg: "YBR_FULL_422"
        }
    }
}
