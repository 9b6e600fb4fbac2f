public import EchoCore

/// One clip as the readings need it: its kind, its view and its vectors.
public struct ClipVectors: Sendable, Equatable {
    /// Which clip.
    public let clip: ClipID
    /// What it shows; only B-mode is used unless a prompt set says otherwise.
    public let kind: ClipKind
    /// The view's name, such as `A4C`; `nil` where nobody said.
    public let view: String?
    /// The re-normalized mean of the frames.
    public let embedding: Embedding
    /// One embedding a frame that the model was shown, in time order; may be empty.
    public let frames: [Embedding]
    /// The frames' places in the file, as many as ``frames``.
    public let frameIndices: [Int]

    /// Joins the parts; frames without given places are taken for 0, 1, 2 and so on.
    ///
    /// - Precondition: as many indices as frames.
    public init(
        clip: ClipID, kind: ClipKind, view: String? = nil, embedding: Embedding, frames: [Embedding] = [],
        frameIndices: [Int]? = nil
    ) {
        let indices = frameIndices ?? Array(frames.indices)
        precondition(
            indices.count == frames.count, "\(indices.count) frame indices for \(frames.count) frames")
        self.clip = clip
        self.kind = kind
        self.view = view
        self.embedding = embedding
        self.frames = frames
        self.frameIndices = indices
    }
}
