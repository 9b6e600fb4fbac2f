/// Working memory of a forward pass, on a 64-byte boundary; one thread's at a time.
public final class FloatBuffer {
    /// How many numbers it holds.
    public let count: Int
    let start: UnsafeMutablePointer<Float>

    /// Zeros.
    ///
    /// - Precondition: `count` is not negative.
    public init(count: Int) {
        precondition(count >= 0, "a buffer of \(count) numbers")
        self.count = count
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 4, alignment: 64)
        start = bytes.initializeMemory(as: Float.self, repeating: 0, count: max(count, 1))
    }

    deinit { start.deallocate() }

    /// A copy of the first numbers.
    public func prefix(_ length: Int) -> [Float] {
        precondition(length <= count, "\(length) numbers of \(count)")
        return Array(UnsafeBufferPointer(start: start, count: length))
    }

    /// Copies an array to the front.
    public func fill(from values: [Float]) {
        precondition(values.count <= count, "\(values.count) numbers into \(count)")
        for (place, value) in values.enumerated() { start[place] = value }
    }
}
