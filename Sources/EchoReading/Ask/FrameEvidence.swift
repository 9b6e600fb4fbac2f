public import EchoCore

/// The frame that fits a question best, to be looked at first.
public struct FrameEvidence: Sendable, Equatable, Codable {
    /// Which clip.
    public let clip: ClipID
    /// The frame's place in the file, from 0.
    public let frame: Int
    /// Its own score.
    public let score: Float

    /// Joins the parts.
    public init(clip: ClipID, frame: Int, score: Float) {
        self.clip = clip
        self.frame = frame
        self.score = score
    }
}
