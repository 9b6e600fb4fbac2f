public import EchoCore
public import EchoEncode

/// A file that was embedded, with all that was learnt on the way.
public struct EmbeddedClip: Sendable {
    /// What the file says of itself.
    public let clip: Clip
    /// Its kind, and what that rests on.
    public let classed: ClipClass
    /// Which of its frames the model was shown, ascending.
    public let framesUsed: [Int]
    /// Where the sector was found.
    public let mask: SectorMask
    /// One a frame shown.
    public let frames: [Embedding]
    /// Their re-normalized mean.
    public let embedding: Embedding
    /// How long each stage took.
    public let timing: StageTimes
}
