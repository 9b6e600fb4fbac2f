public import EchoCore
import EchoIndex

/// What a viewer has to know of a clip before it shows it.
public struct MediaFacts: Sendable, Equatable, Codable {
    /// Which clip.
    public let clip: ClipID
    /// Its study.
    public let study: StudyID
    /// What it shows.
    public let kind: ClipKind
    /// The view.
    public let view: String?
    /// The pictures' extent.
    public let size: PictureSize
    /// How many frames.
    public let frameCount: Int
    /// When each is shown, from the first, milliseconds.
    public let frameTimes: [Double]
    /// Beats per minute.
    public let heartRate: Double?
    /// Whether estimates, identity and devices use it.
    public let usable: Bool
    /// Whether its file is still there to be shown.
    public let hasOriginal: Bool

    init(_ clip: StoredClip, hasOriginal: Bool) {
        self.clip = clip.id
        study = clip.study
        kind = clip.classed.kind
        view = clip.view
        size = clip.size
        frameCount = clip.frameCount
        frameTimes = clip.frameTimes
        heartRate = clip.heartRate
        usable = clip.isUsable
        self.hasOriginal = hasOriginal
    }
}
