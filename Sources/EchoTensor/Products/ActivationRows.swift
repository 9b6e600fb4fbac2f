/// Rows of activations in a product's format, in working memory that is used again.
///
/// A row of `channels` numbers starts every `stride` bytes. A stride is 64 bytes more than a row needs: rows whose
/// strides are powers of two would all fall into a few sets of the first-level cache.
package struct ActivationRows {
    /// Of each number.
    package let format: NumberFormat
    /// Numbers in a row.
    package let channels: Int
    /// Rows there is room for.
    package let capacity: Int
    /// Bytes between rows.
    let stride: Int
    /// Channels with a second byte in front of the row; bytes alone.
    let wide: Int
    /// Bytes in a word; bytes alone.
    let group: Int
    private let storage: FloatBuffer
    private let scales: FloatBuffer?

    /// Room for rows, over a buffer.
    ///
    /// - Precondition: the buffer holds ``floats(format:channels:rows:wide:group:)`` numbers.
    package init(
        _ storage: FloatBuffer, format: NumberFormat = .fp32, channels: Int, capacity: Int, wide: Int = 0,
        group: Int = 4
    ) {
        self.format = format
        self.channels = channels
        self.capacity = capacity
        self.wide = wide
        self.group = group
        self.storage = storage
        stride = Self.stride(format, channels, wide, group)
        let needed = Self.floats(
            format: format, channels: channels, rows: capacity, wide: wide, group: group)
        precondition(
            storage.count >= needed, "a buffer of \(storage.count) numbers where \(needed) are needed")
        scales = format == .int8 ? FloatBuffer(count: 2 * capacity) : nil
    }

    /// Numbers that a buffer needs for so many rows.
    package static func floats(
        format: NumberFormat = .fp32, channels: Int, rows: Int, wide: Int = 0, group: Int = 4
    ) -> Int {
        stride(format, channels, wide, group) / 4 * rows
    }

    private static func stride(_ format: NumberFormat, _ channels: Int, _ wide: Int, _ group: Int) -> Int {
        let bytes =
            switch format {
            case .fp32: 4 * channels
            case .bf16: 2 * channels
            case .int8: ((wide + group - 1) / group + (channels + group - 1) / group) * 4
            }
        return (bytes + 63) / 64 * 64 + 64
    }

    var start: UnsafeMutableRawPointer { UnsafeMutableRawPointer(storage.start) }
    var floats: UnsafeMutablePointer<Float> {
        precondition(format == .fp32, "rows of \(format) read as fp32")
        return storage.start
    }
    /// A scale for each row; bytes alone.
    var rowScales: UnsafeMutablePointer<Float>? { scales?.start }
    /// A zero for each row; bytes alone.
    var rowZeros: UnsafeMutablePointer<Int32>? {
        scales.map { UnsafeMutableRawPointer($0.start + capacity).assumingMemoryBound(to: Int32.self) }
    }

    /// A copy of one row of fp32 or bf16.
    package func values(row: Int) -> [Float] {
        precondition((0..<capacity).contains(row), "row \(row) of \(capacity)")
        let first = start + row * stride
        switch format {
        case .fp32:
            return (0..<channels).map { first.load(fromByteOffset: 4 * $0, as: Float.self) }
        case .bf16:
            return (0..<channels).map {
                Float(bitPattern: UInt32(first.load(fromByteOffset: 2 * $0, as: UInt16.self)) << 16)
            }
        case .int8: preconditionFailure("rows of bytes mean nothing without their scales")
        }
    }

    /// A copy of the first rows, one behind the other.
    package func values(rows: Int) -> [Float] { (0..<rows).flatMap { values(row: $0) } }

    func expect(rows: Int) {
        precondition(rows <= capacity, "\(rows) rows where there is room for \(capacity)")
    }
}
