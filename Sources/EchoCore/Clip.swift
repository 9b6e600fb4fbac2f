/// What a file says of the clip it holds, without its pixels.
public struct Clip: Sendable, Equatable, Codable {
    /// How the file is packed: `dicom`, or libavformat's short name such as `avi` or `mov`.
    public let container: String
    /// How the pictures are coded, such as `mjpeg`, `h264`, `rle` or `raw`.
    public let codec: String
    /// The pictures' extent.
    public let size: PictureSize
    /// How many frames the file really holds, at least 1.
    public let frameCount: Int
    /// When each frame is shown, from the first: `frameCount` ascending values, milliseconds.
    public let frameTimes: [Double]
    /// The DICOM header; `nil` for other containers.
    public let dicom: DICOMFacts?

    /// - Precondition: one time a frame, and at least one frame.
    public init(
        container: String, codec: String, size: PictureSize, frameTimes: [Double], dicom: DICOMFacts? = nil
    ) {
        precondition(!frameTimes.isEmpty, "a clip has at least one frame")
        self.container = container
        self.codec = codec
        self.size = size
        self.frameCount = frameTimes.count
        self.frameTimes = frameTimes
        self.dicom = dicom
    }

    /// The header's regions that lie wholly within the picture; a header may describe another size.
    public var validRegions: [UltrasoundRegion] {
        (dicom?.regions ?? []).filter { $0.bounds.fits(in: size) }
    }

    /// Whether the header has regions and at least one lies outside the picture.
    public var hasLyingRegions: Bool {
        (dicom?.regions ?? []).contains { !$0.bounds.fits(in: size) }
    }
}
