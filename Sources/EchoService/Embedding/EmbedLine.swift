public import EchoCore
import EchoEncode

/// One line of `embed`: a file's vectors, or why it has none.
public struct EmbedLine: Sendable, Encodable {
    /// The path as given.
    public let input: String
    /// `embedded`, `skipped` or `quarantined`.
    public let state: String
    /// The reason in words; `nil` for an embedded file.
    public let reason: String?
    /// A stable reason code; `nil` for an embedded file.
    public let code: String?
    /// What it shows.
    public let kind: ClipKind?
    /// What the kind rests on.
    public let kindReason: String?
    /// Frames that the model was shown.
    public let framesUsed: Int?
    /// Their places in the file.
    public let frameIndices: [Int]?
    /// How the sector was found.
    public let maskMethod: String?
    /// Share of the picture that the model was shown.
    public let maskCoverage: Double?
    /// The re-normalized mean over the frames.
    public let embedding: [Float]?
    /// One vector a frame, where asked for.
    public let frames: [[Float]]?
    /// What decides the vector.
    public let fingerprint: String
    /// The model's name.
    public let model: String
    /// What the model wants said; `nil` for nothing.
    public let modelNotice: String?
    /// How long each stage took.
    public let stages: StageTimes?

    /// Puts an outcome into a line.
    public init(input: String, outcome: ClipOutcome, embedder: ClipEmbedder, withFrames: Bool) {
        self.input = input
        fingerprint = embedder.fingerprint.description
        model = embedder.model.installed.manifest.name
        modelNotice = embedder.model.installed.manifest.notice
        var found: EmbeddedClip?
        var report: FailureReport?
        switch outcome {
        case .embedded(let clip): (found, state) = (clip, "embedded")
        case .quarantined(let why): (report, state) = (why, "quarantined")
        case .skipped(let why): (report, state) = (why, "skipped")
        }
        reason = report?.reason
        code = report?.code
        kind = found?.classed.kind
        kindReason = found?.classed.reason
        framesUsed = found?.framesUsed.count
        frameIndices = found?.framesUsed
        maskMethod = found?.mask.method.rawValue
        maskCoverage = found?.mask.coverage
        embedding = found?.embedding.values
        frames = withFrames ? found?.frames.map(\.values) : nil
        stages = found?.timing
    }
}
