public import EchoCore

/// A clip as kept; patient data.
public struct StoredClip: Sendable, Equatable, Codable {
    /// Which clip.
    public let id: ClipID
    /// Its study.
    public let study: StudyID
    /// Its series; `nil` where unknown.
    public let series: SeriesID?
    /// Where the file was, as the user wrote it.
    public let path: String
    /// Its bytes' SHA-256.
    public let contentHash: ContentHash
    /// How many bytes.
    public let byteCount: Int
    /// DICOM's id of it.
    public let sopInstanceUID: String?
    /// The clip ingested before it under the same SOP Instance UID with other bytes.
    public let sharesUIDWith: ClipID?
    /// The view, such as `a4c`.
    public let view: String?
    /// Its kind and what that rests on.
    public let classed: ClipClass
    /// Whether estimates, identity and devices use it.
    public var isUsable: Bool { leftOutReason == nil }
    /// Why they leave it out.
    public let leftOutReason: String?
    /// Device and other labels.
    public let labels: [String]
    /// How the file is packed.
    public let container: String
    /// How its pictures are coded.
    public let codec: String
    /// Their extent.
    public let size: PictureSize
    /// How many frames the file holds.
    public let frameCount: Int
    /// When each is shown, from the first, milliseconds.
    public let frameTimes: [Double]
    /// Indices of those that the model was shown.
    public let framesUsed: [Int]
    /// How the sector was found; `nil` where nothing was masked.
    public let mask: MaskFacts?
    /// Who built the scanner.
    public let manufacturer: String?
    /// Which scanner.
    public let manufacturerModelName: String?
    /// Beats per minute.
    public let heartRate: Double?
    /// The header's regions.
    public let regions: [UltrasoundRegion]
}
