public import EchoCore

/// One cell of the clip-by-clip matrix.
public struct ClipCosine: Sendable, Equatable, Codable {
    /// A clip of the first study.
    public let first: ClipID
    /// A clip of the second.
    public let second: ClipID
    /// −1...1.
    public let cosine: Float
}
