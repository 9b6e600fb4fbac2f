public import EchoCore

/// One clip's vectors in one space.
public struct NewClipVectors: Sendable, Equatable {
    /// The space, as it was registered.
    public let space: EmbeddingSpace
    /// One a frame used, in time order.
    public let frames: [Embedding]
    /// The re-normalized mean over the frames.
    public let clip: Embedding

    /// Averages the frames.
    ///
    /// - Throws: ``EmbeddingError`` for no frame, or where they cancel out.
    public init(space: EmbeddingSpace, frames: [Embedding]) throws(EmbeddingError) {
        for frame in frames {
            precondition(
                frame.dimension == space.dimension,
                "a vector of \(frame.dimension) in a space of \(space.dimension)")
        }
        self.space = space
        self.frames = frames
        clip = try Embedding.mean(of: frames)
    }
}
