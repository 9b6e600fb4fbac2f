/// One tensor of a weights file, without its numbers.
public struct TensorInfo: Sendable, Equatable {
    /// Its key, such as `visual.head.proj.weight`.
    public let name: String
    /// How its numbers are stored.
    public let type: ScalarType
    /// Its extents, outermost first; empty for a single number.
    public let shape: [Int]
    /// Where its bytes are, counted from the file's first byte.
    public let bytes: Range<Int>

    /// How many numbers it holds.
    public var count: Int { shape.reduce(1, *) }
}
