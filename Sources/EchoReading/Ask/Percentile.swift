/// Where a score stands among the scored studies, an archive or what a filter leaves of it: the share of their
/// scores that are lower, ties counted half.
///
/// 0...100; 50 where all are equal. Not a probability.
public struct Percentile: Sendable {
    /// The definition, for outputs.
    public static let definition = "share of the scored studies with a lower score, ties counted half"

    private let sorted: [Float]

    /// - Complexity: O(n log n), once an archive.
    public init(archive: [Float]) { sorted = archive.sorted() }

    /// The place of a score, in percent; `nil` in an empty archive.
    ///
    /// - Complexity: O(log n).
    public func of(_ score: Float) -> Double? {
        guard !sorted.isEmpty else { return nil }
        let lower = firstIndex { $0 >= score }
        let notHigher = firstIndex { $0 > score }
        return 100 * (Double(lower) + Double(notHigher - lower) / 2) / Double(sorted.count)
    }

    private func firstIndex(where holds: (Float) -> Bool) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
