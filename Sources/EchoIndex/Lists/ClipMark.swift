/// Says whether a study's clips are the ones that were seen before.
public struct ClipMark: Sendable, Hashable {
    /// How many there are.
    public let count: Int
    /// The sum of their rows' numbers.
    public let rows: Int
}
