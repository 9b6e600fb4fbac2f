/// A tensor of a weights file, without its numbers.
public struct WeightTensor: Sendable, Equatable {
    /// How a number is stored, little-endian; the raw value is safetensors' name for it.
    public enum Element: String, Sendable, Codable, CaseIterable {
        /// IEEE 754 single.
        case float32 = "F32"
        /// IEEE 754 half.
        case float16 = "F16"
        /// The upper half of a single.
        case bfloat16 = "BF16"

        /// Bytes a number takes.
        public var byteCount: Int { self == .float32 ? 4 : 2 }
    }

    /// Its name, as in `visual.head.proj.weight`.
    public let name: String
    /// How its numbers are stored.
    public let element: Element
    /// Its extents, row-major; empty for a single number.
    public let shape: [Int]

    /// Joins the parts.
    ///
    /// - Precondition: every extent is 0 or more, and the bytes are countable.
    public init(name: String, element: Element, shape: [Int]) {
        precondition(shape.allSatisfy { $0 >= 0 }, "an extent of \(shape) is negative")
        self.name = name
        self.element = element
        self.shape = shape
    }

    /// How many numbers it has; 1 for an empty shape.
    public var count: Int { shape.reduce(1, *) }

    /// How many bytes its numbers take.
    public var byteCount: Int { count * element.byteCount }
}
