public import EchoCore

/// What is true of one simulated clip: a `"record": "clip"` line of `truth.ndjson`.
public struct ClipTruth: Sendable, Equatable, Codable {
    /// The study that it belongs to, as ``StudyTruth/study``.
    public var study: String
    /// The clip's name within the study, such as `03-A4C`.
    public var clip: String
    /// The file, relative to `truth.ndjson`; `nil` for a clip that was never written.
    public var path: String?
    /// The cut.
    public var view: EchoView
    /// B-mode, color or still.
    public var kind: ClipKind
    /// The picture's size.
    public var size: PictureSize
    /// The smallest rectangle that holds the sector.
    public var sector: PixelRect
    /// Whether ticks, logo, text, ECG and a made-up name are drawn outside the sector.
    public var hasFurniture: Bool
    /// How much of the heart the ultrasound showed, 0 (nothing) to 1, before haze and shadow took their part.
    public var quality: Double
    /// What lies in the cut at end-diastole.
    public var structures: [Structure]
    /// One a frame.
    public var frames: [FrameTruth]

    /// Takes all of it.
    public init(
        study: String, clip: String, path: String?, view: EchoView, kind: ClipKind, size: PictureSize,
        sector: PixelRect, hasFurniture: Bool, quality: Double, structures: [Structure], frames: [FrameTruth]
    ) {
        self.study = study
        self.clip = clip
        self.path = path
        self.view = view
        self.kind = kind
        self.size = size
        self.sector = sector
        self.hasFurniture = hasFurniture
        self.quality = quality
        self.structures = structures
        self.frames = frames
    }
}
