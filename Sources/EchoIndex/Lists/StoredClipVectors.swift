public import EchoCore

/// A clip's vectors in one space, with what decides whether a reading may use it.
public struct StoredClipVectors: Sendable, Equatable {
    /// Which clip.
    public let clip: ClipID
    /// What it shows.
    public let kind: ClipKind
    /// The view, such as `a4c`; `nil` where nobody said.
    public let view: String?
    /// The re-normalized mean over the frames.
    public let embedding: Embedding
    /// One a frame that the model was shown, in time order; empty unless asked for.
    public let frames: [Embedding]
    /// The frames' indices in the file, as many as ``frames``.
    public let framesUsed: [Int]
}
