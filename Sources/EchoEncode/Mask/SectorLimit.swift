/// The near or far end of a sector: an arc about the apex, or a level line.
enum SectorLimit: Sendable, Equatable {
    /// Pixels from the apex.
    case arc(radius: Double)
    /// A row.
    case level(row: Double)

    /// The arc or line that most boundary points lie on and few lie beyond.
    ///
    /// - Parameters:
    ///   - points: one a column, the outermost of the region.
    ///   - apex: where the sides meet; `nil` where they are parallel, and then no arc is tried.
    ///   - outward: 1 for the far end, −1 for the near one.
    ///   - tolerance: how far from it a point still lies on it, pixels.
    static func fitted(
        _ points: [(row: Double, column: Double)], apex: (row: Double, column: Double)?, outward: Double,
        tolerance: Double
    ) -> (limit: SectorLimit, support: Int)? {
        let level = best(points.map { $0.row * outward }, tolerance: tolerance)
            .map { (SectorLimit.level(row: $0.place * outward), $0) }
        guard let apex else { return level.map { ($0.0, $0.1.support) } }
        let radii = points.map { distance($0, apex) * outward }
        let arc = best(radii, tolerance: tolerance).map { (SectorLimit.arc(radius: $0.place * outward), $0) }
        guard let arc else { return level.map { ($0.0, $0.1.support) } }
        guard let level, level.1.score > arc.1.score else { return (arc.0, arc.1.support) }
        return (level.0, level.1.support)
    }

    private static func distance(
        _ point: (row: Double, column: Double), _ apex: (row: Double, column: Double)
    ) -> Double {
        let (down, across) = (point.row - apex.row, point.column - apex.column)
        return (down * down + across * across).squareRoot()
    }

    /// The value that most are near and few are above.
    private static func best(
        _ values: [Double], tolerance: Double
    ) -> (place: Double, score: Int, support: Int)? {
        var found: (place: Double, score: Int, support: Int)?
        let sorted = values.sorted()
        for candidate in sorted {
            let from = lowerBound(sorted, candidate - tolerance)
            let upTo = lowerBound(sorted, candidate + tolerance)
            let score = (upTo - from) - (sorted.count - upTo)
            if score > found?.score ?? Int.min {
                let near = sorted[from..<max(upTo, from + 1)]
                found = (near.reduce(0, +) / Double(near.count), score, near.count)
            }
        }
        return found
    }

    private static func lowerBound(_ sorted: [Double], _ value: Double) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
