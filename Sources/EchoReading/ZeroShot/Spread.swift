/// How far apart the frames are.
public struct Spread: Sendable, Equatable, Codable {
    /// The lowest frame.
    public let minimum: Float
    /// The middle frame, the lower of two.
    public let median: Float
    /// The highest frame.
    public let maximum: Float

    /// - Returns: `nil` for no values.
    public init?(_ values: [Float]) {
        guard let minimum = values.min(), let maximum = values.max() else { return nil }
        self.minimum = minimum
        self.maximum = maximum
        median = SimilarityTable.lowerMedian(values)
    }
}
