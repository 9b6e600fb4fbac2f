public import EchoCore

/// Two clips to look at side by side.
public struct ClipPair: Sendable, Equatable, Codable {
    /// How the two found each other.
    public enum Basis: String, Sendable, Codable, CaseIterable {
        /// Both show the same named view.
        case view
        /// The most similar that were left; a view is not known.
        case similarity
    }

    /// Of the first study.
    public let first: ClipID
    /// Of the second study.
    public let second: ClipID
    /// The view, where both have the same.
    public let view: String?
    /// How the two found each other.
    public let basis: Basis
    /// −1...1.
    public let cosine: Float
    /// The cosine minus the mean cosine over all pairs of the two studies' clips.
    public let delta: Float
}
