extension SimilarityTable {
    /// The share of the prompts that an estimate rests on.
    ///
    /// - Source: echonet/echo_CLIP and arXiv 2308.15670.
    public static let topShare = 0.2

    /// The estimate.
    ///
    /// - Parameters:
    ///   - values: what each prompt says, shape `[prompts]`.
    ///   - formula: which of the two published ways.
    /// - Returns: a number in the values' unit, within their range.
    /// - Throws: ``ReadingError/promptCount(found:expected:)``, ``ReadingError/tooFewPrompts(found:expected:)``.
    public func regression(values: [Float], formula: RegressionFormula) throws(ReadingError) -> Float {
        switch formula {
        case .repo:
            let top = try topCount(values)
            var sums = [Float](repeating: 0, count: top)
            for frame in 0..<frameCount {
                for (rank, value) in ranked(values, frame: frame).prefix(top).enumerated() {
                    sums[rank] += value
                }
            }
            return Self.lowerMedian(sums.map { $0 / Float(frameCount) })
        case .paper:
            return try frameEstimates(values: values).reduce(0, +) / Float(frameCount)
        }
    }

    /// Each frame's own estimate: the median of its top fifth.
    ///
    /// - Throws: as ``regression(values:formula:)``.
    public func frameEstimates(values: [Float]) throws(ReadingError) -> [Float] {
        let top = try topCount(values)
        return (0..<frameCount).map { Self.lowerMedian(ranked(values, frame: $0).prefix(top)) }
    }

    /// The values by one frame's similarity, highest first; equal similarities stay in prompt order.
    package func ranked(_ values: [Float], frame: Int) -> [Float] {
        let row = Array(self[frame: frame])
        let order = row.indices.sorted { first, second in
            row[first] != row[second] ? row[first] > row[second] : first < second
        }
        return order.map { values[$0] }
    }

    /// The median, the lower of the two middle ones for an even count, as torch has it.
    package static func lowerMedian(_ values: some Collection<Float>) -> Float {
        precondition(!values.isEmpty, "a median of 0 values")
        return values.sorted()[(values.count - 1) / 2]
    }

    private func topCount(_ values: [Float]) throws(ReadingError) -> Int {
        guard values.count == promptCount else {
            throw .promptCount(found: values.count, expected: promptCount)
        }
        let top = Int(Self.topShare * Double(promptCount))
        guard top > 0 else { throw .tooFewPrompts(found: promptCount, expected: 5) }
        return top
    }
}
