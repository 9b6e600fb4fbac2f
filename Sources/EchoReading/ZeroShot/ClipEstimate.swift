public import EchoCore

/// One clip's own estimate.
public struct ClipEstimate: Sendable, Equatable, Codable {
    /// Which clip.
    public let clip: ClipID
    /// Its view; `nil` where nobody said.
    public let view: String?
    /// The estimate from its frames alone, in the set's unit.
    public let value: Float
    /// How many frames it rests on.
    public let frames: Int
}
