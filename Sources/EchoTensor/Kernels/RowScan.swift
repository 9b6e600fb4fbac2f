internal import CEchoKernels

/// Dot products of one vector with many, for the vector index.
public enum RowScan {
    /// `scores[i] = query · rows[i]`, in one fixed order of summation.
    ///
    /// A row's score has the same bits wherever the row lies, whoever computes it, and on every processor: 32
    /// partial sums by element number modulo 32, then halved together, without fused multiply-add.
    ///
    /// - Parameters:
    ///   - query: shape `[dimension]`.
    ///   - rows: shape `[count, dimension]`, row-major.
    ///   - scores: shape `[count]`.
    /// - Precondition: the extents agree.
    public static func dots(query: Span<Float>, rows: Span<Float>, into scores: inout MutableSpan<Float>) {
        precondition(
            rows.count == query.count * scores.count,
            "\(rows.count) numbers are not \(scores.count) rows of \(query.count)"
        )
        guard scores.count > 0, query.count > 0 else { return }
        let (dimension, count) = (query.count, scores.count)
        query.withUnsafeBufferPointer { query in
            rows.withUnsafeBufferPointer { rows in
                scores.withUnsafeMutableBufferPointer { scores in
                    guard let query = query.baseAddress, let rows = rows.baseAddress,
                        let scores = scores.baseAddress
                    else { return }
                    echo_kernels_best().pointee.scan_dots(query, rows, count, dimension, scores)
                }
            }
        }
    }
}
