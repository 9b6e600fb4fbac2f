internal import CEchoKernels

/// Dot products of one vector with many rows: the whole of an exact search.
///
/// The order of summation is fixed: a score depends on the two vectors alone, not on the row's place, on how
/// many others are scanned, or on the processor.
public enum VectorScan {
    /// Which instructions are used; all give the same bits.
    package enum Kernel: CaseIterable {
        /// The best that this processor has.
        case fastest
        /// AVX2 with FMA, where the processor has them.
        case avx2
        /// Plain C.
        case portable
    }

    /// Scores every row.
    ///
    /// - Parameters:
    ///   - rows: `[count, dimension]`, row-major.
    ///   - query: `[dimension]`.
    /// - Returns: `[count]`.
    /// - Complexity: one pass over `rows`, at the memory's speed.
    public static func dots(rows: Span<Float>, query: Span<Float>) -> [Float] {
        dots(rows: rows, query: query, kernel: .fastest)
    }

    package static func dots(rows: Span<Float>, query: Span<Float>, kernel: Kernel) -> [Float] {
        precondition(
            !query.isEmpty && rows.count.isMultiple(of: query.count),
            "\(rows.count) values are no rows of \(query.count)")
        return scan(rows, places: nil, count: rows.count / query.count, query, kernel)
    }

    /// Scores some rows.
    ///
    /// - Parameters:
    ///   - places: `[count]`, each a row of `rows`, ascending for speed.
    /// - Returns: `[count]`, in the order of `places`.
    public static func dots(rows: Span<Float>, at places: [Int32], query: Span<Float>) -> [Float] {
        let held = query.isEmpty ? 0 : rows.count / query.count
        for place in places {
            precondition((0..<held).contains(Int(place)), "row \(place) of \(held)")
        }
        return places.withUnsafeBufferPointer { chosen in
            scan(rows, places: chosen.baseAddress, count: chosen.count, query, .fastest)
        }
    }

    private static func scan(
        _ rows: Span<Float>, places: UnsafePointer<Int32>?, count: Int, _ query: Span<Float>, _ kernel: Kernel
    ) -> [Float] {
        let chosen =
            switch kernel {
            case .fastest: echo_scan_fastest
            case .avx2: echo_scan_avx2
            case .portable: echo_scan_portable
            }
        return [Float](unsafeUninitializedCapacity: count) { scores, filled in
            rows.withUnsafeBufferPointer { held in
                query.withUnsafeBufferPointer { asked in
                    echo_scan(
                        chosen, held.baseAddress, places, count, asked.count, asked.baseAddress,
                        scores.baseAddress)
                }
            }
            filled = count
        }
    }
}
