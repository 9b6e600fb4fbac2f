public import EchoCore

/// A file, and which of its frames are wanted.
public struct DecodeRequest: Sendable {
    /// The file.
    public var path: String
    /// The frames.
    public var frames: FrameRule
    /// What is too large to open.
    public var limits: DecodeLimits

    /// Joins the three.
    public init(path: String, frames: FrameRule, limits: DecodeLimits = .standard) {
        self.path = path
        self.frames = frames
        self.limits = limits
    }
}
