/// More than any checkpoint of the family needs; EchoCLIP's pickle has 493 tensors in about 70 kB.
package enum PickleLimits {
    /// Bytes of the pickle.
    package static let bytes = 16 << 20
    /// Values on the stack; Python's pickler sets items in batches of 1,000.
    package static let stack = 65_536
    /// Open marks.
    package static let marks = 64
    /// Values kept for later use.
    package static let memo = 1 << 20
    /// Tuples, lists and dictionaries.
    package static let containers = 500_000
    /// Bytes of one text.
    package static let text = 4_096
    /// Axes of a tensor.
    package static let rank = 8
    /// Numbers of all tensors together: 64 GB of float32.
    package static let numbers = 16 << 30
}
