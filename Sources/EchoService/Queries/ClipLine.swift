public import EchoCore
public import EchoIndex

/// A clip as a list shows it.
public struct ClipLine: Sendable, Encodable {
    /// The opaque id.
    public let clip: ClipID
    /// Its study's.
    public let study: StudyID
    /// Where the file was.
    public let path: String
    /// SHA-256 of its bytes.
    public let contentHash: ContentHash
    /// DICOM's id.
    public let sopInstanceUid: String?
    /// A clip of other bytes with the same SOP Instance UID.
    public let sharesUidWith: ClipID?
    /// What it shows.
    public let kind: ClipKind
    /// What the kind rests on.
    public let kindReason: String
    /// The view.
    public let view: String?
    /// Whether estimates, identity and devices use it.
    public let usable: Bool
    /// Why they do not.
    public let leftOutReason: String?
    /// How it is packed.
    public let container: String
    /// How it is coded.
    public let codec: String
    /// `WIDTHxHEIGHT`.
    public let size: String
    /// Frames in the file.
    public let frameCount: Int
    /// Frames that the model was shown.
    public let framesUsed: Int
    /// How the sector was found.
    public let maskMethod: String?
    /// Share of the picture shown.
    public let maskCoverage: Double?
    /// Labels.
    public let labels: [String]

    /// Takes the index's words.
    public init(_ stored: StoredClip) {
        clip = stored.id
        study = stored.study
        path = stored.path
        contentHash = stored.contentHash
        sopInstanceUid = stored.sopInstanceUID
        sharesUidWith = stored.sharesUIDWith
        kind = stored.classed.kind
        kindReason = stored.classed.reason
        view = stored.view
        usable = stored.isUsable
        leftOutReason = stored.leftOutReason
        container = stored.container
        codec = stored.codec
        size = stored.size.description
        frameCount = stored.frameCount
        framesUsed = stored.framesUsed.count
        maskMethod = stored.mask?.method
        maskCoverage = stored.mask?.coverage
        labels = stored.labels
    }
}
