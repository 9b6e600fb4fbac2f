/// The same rows of two successive frames.
struct FramePair {
    /// Luma, shape `[rows, width]`.
    let before: ArraySlice<UInt8>
    /// The same, a frame later.
    let after: ArraySlice<UInt8>
    /// Columns.
    let width: Int
    /// Places, from 0, whose luma changed.
    let changed: [Int]

    /// Share of the width within which a sweep's changes lie.
    private static let windowShare = 0.15
    /// Longest shift that is tried, in pixels and as a share of the width.
    private static let longestShift = 48
    private static let longestShiftShare = 0.05

    init(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>, width: Int, leastChange: Int) {
        (self.before, self.after, self.width) = (before, after, width)
        changed = zip(before, after).enumerated().compactMap { place, values in
            abs(Int(values.0) - Int(values.1)) > leastChange ? place : nil
        }
    }

    /// Share of pixels that are lit in the later frame.
    func litShare(above luma: UInt8) -> Double {
        Double(after.count { $0 > luma }) / Double(after.count)
    }

    /// The shift to the left that best explains what changed, and how much of the change it leaves, 0...1.
    ///
    /// - Returns: `nil` where nothing changed.
    func bestShift() -> (shift: Int, remaining: Double)? {
        let unshifted = difference(shift: 0)
        let longest = min(Self.longestShift, Int(Double(width) * Self.longestShiftShare))
        guard unshifted > 0, longest > 0 else { return nil }
        var best = (shift: 0, difference: unshifted)
        for shift in 1...longest {
            for signed in [shift, -shift] {
                let found = difference(shift: signed)
                if found < best.difference { best = (signed, found) }
            }
        }
        return (best.shift, Double(best.difference) / Double(unshifted))
    }

    /// The sum over changed pixels of what a shift to the left leaves; beyond the edge counts as unshifted.
    private func difference(shift: Int) -> Int {
        before.withUnsafeBufferPointer { before in
            after.withUnsafeBufferPointer { after in
                changed.reduce(0) { sum, place in
                    let column = place % width + shift
                    let source = column >= 0 && column < width ? place + shift : place
                    return sum + abs(Int(after[place]) - Int(before[source]))
                }
            }
        }
    }

    /// The middle column of the changes, where nine tenths of them lie within a narrow window.
    func sweptColumn() -> Double? {
        guard !changed.isEmpty else { return nil }
        let columns = changed.map { $0 % width }.sorted()
        let needed = max(1, (columns.count * 9 + 9) / 10)
        let window = Int(Double(width) * Self.windowShare)
        for first in 0...(columns.count - needed) where columns[first + needed - 1] - columns[first] <= window
        {
            return Double(columns[first..<first + needed].reduce(0, +)) / Double(needed)
        }
        return nil
    }
}
