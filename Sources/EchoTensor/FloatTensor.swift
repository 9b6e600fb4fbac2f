internal import Foundation

/// Numbers that never change, row-major: a model's weights.
///
/// They lie in a mapped file or in memory of their own; copies of the value share them.
///
/// - Note: `@unchecked Sendable` holds: nothing writes after `init`, and `owner` keeps the memory.
public struct FloatTensor: @unchecked Sendable {
    /// Extents, outermost first; empty for a single number.
    public let shape: [Int]
    /// How many numbers there are.
    public let count: Int
    let start: UnsafePointer<Float>
    private let owner: AnyObject

    /// Points into memory that `owner` keeps; 4-byte aligned.
    init(shape: [Int], mapped start: UnsafePointer<Float>, owner: AnyObject) {
        self.shape = shape
        count = shape.reduce(1, *)
        self.start = start
        self.owner = owner
    }

    /// Computes each number from its row-major place.
    public init(shape: [Int], element: (Int) -> Float) {
        let count = shape.reduce(1, *)
        let buffer = FloatBuffer(count: count)
        for place in 0..<count { buffer.start[place] = element(place) }
        self.init(shape: shape, mapped: UnsafePointer(buffer.start), owner: buffer)
    }

    /// Takes the numbers of an array, row-major.
    ///
    /// - Precondition: the shape holds as many numbers as there are.
    public init(shape: [Int], values: [Float]) {
        precondition(
            shape.reduce(1, *) == values.count, "shape \(shape) does not hold \(values.count) numbers")
        self.init(shape: shape) { values[$0] }
    }

    /// The number at a row-major place.
    public subscript(place: Int) -> Float {
        precondition((0..<count).contains(place), "place \(place) of \(count)")
        return start[place]
    }

    /// The same numbers under other extents.
    ///
    /// - Precondition: the shape holds as many numbers as there are.
    public func reshaped(_ shape: [Int]) -> FloatTensor {
        precondition(shape.reduce(1, *) == count, "shape \(shape) does not hold \(count) numbers")
        return FloatTensor(shape: shape, mapped: start, owner: owner)
    }

    /// Gives the memory of numbers in a mapped file back to the system, which reads them again when they are
    /// touched; nothing for numbers of their own.
    func releasePages() {
        guard owner is MappedFile else { return }
        let page = Int(getpagesize())
        let first = (Int(bitPattern: start) + page - 1) / page * page
        let end = (Int(bitPattern: start) + 4 * count) / page * page
        guard first < end, let address = UnsafeMutableRawPointer(bitPattern: first) else { return }
        // A hint: where the system does not take it, the pages stay.
        _ = madvise(address, end - first, MADV_DONTNEED)
    }

    /// The numbers' own bytes, as they lie in memory.
    package func withBytes<Failure: Error>(_ body: (RawSpan) throws(Failure) -> Void) throws(Failure) {
        try body(UnsafeRawBufferPointer(start: start, count: 4 * count).bytes)
    }

    /// A copy of the numbers.
    public var values: [Float] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
