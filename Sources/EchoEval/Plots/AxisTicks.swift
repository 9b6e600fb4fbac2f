import Foundation

/// Round numbers along an axis.
package struct AxisTicks: Sendable, Equatable {
    /// Ascending, within the range.
    package let values: [Double]
    /// Decimals that tell neighbors apart.
    package let decimals: Int

    /// About `count` of them, at steps of 1, 2 or 5 times a power of ten.
    package init(_ range: ClosedRange<Double>, count: Int = 6) {
        let span = max(range.upperBound - range.lowerBound, 1e-9)
        let raw = span / Double(max(1, count))
        let power = pow(10, floor(log10(raw)))
        let step = ([1, 2, 5, 10].first { $0 * power >= raw * 0.999 } ?? 10) * power
        let first = Int((range.lowerBound / step - 1e-9).rounded(.up))
        let last = Int((range.upperBound / step + 1e-9).rounded(.down))
        values = first <= last ? (first...last).map { Double($0) * step } : []
        decimals = max(0, -Int(floor(log10(step) + 1e-9)))
    }
}
