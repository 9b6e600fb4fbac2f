public import EchoCore

/// A clip that a reading did not use, and why.
public struct ExcludedClip: Sendable, Equatable, Codable {
    /// Which clip.
    public let clip: ClipID
    /// Why, in words without patient data.
    public let reason: String

    /// Joins the two.
    public init(clip: ClipID, reason: String) {
        self.clip = clip
        self.reason = reason
    }
}
