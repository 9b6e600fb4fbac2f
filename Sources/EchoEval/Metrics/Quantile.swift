/// Quantiles between the sorted values, as NumPy's default has them.
package enum Quantile {
    /// - Parameters:
    ///   - sorted: ascending, at least one.
    ///   - share: 0...1.
    /// - Source: Hyndman and Fan 1996, definition 7.
    package static func of(_ sorted: [Double], _ share: Double) -> Double {
        precondition(!sorted.isEmpty && (0...1).contains(share), "the \(share) quantile of \(sorted.count)")
        let place = share * Double(sorted.count - 1)
        let below = Int(place.rounded(.down))
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
}
