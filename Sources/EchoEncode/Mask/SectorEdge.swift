/// A straight side of a sector: `column = offset + slope · row`.
struct SectorEdge: Sendable, Equatable {
    /// Column at row 0.
    var offset: Double
    /// Columns for each row down.
    var slope: Double

    /// The column at a row.
    func column(at row: Double) -> Double { offset + slope * row }

    /// The line that most boundary points lie on and few lie beyond.
    ///
    /// - Parameters:
    ///   - points: one a row, the outermost of the region.
    ///   - side: −1 for the left side, 1 for the right: the sign of what lies beyond.
    ///   - tolerance: how far from the line a point still lies on it, pixels.
    ///   - slopes: those allowed.
    static func fitted(
        _ points: [(row: Double, column: Double)], side: Double, tolerance: Double,
        slopes: ClosedRange<Double>
    ) -> (edge: SectorEdge, support: Int)? {
        let step = max(1, points.count / 70)
        let anchors = stride(from: 0, to: points.count, by: step).map { points[$0] }
        var best: (edge: SectorEdge, score: Double)?
        for (place, first) in anchors.enumerated() {
            for second in anchors[(place + 1)...] where second.row - first.row > 8 {
                let slope = (second.column - first.column) / (second.row - first.row)
                guard slopes.contains(slope) else { continue }
                let edge = SectorEdge(offset: first.column - slope * first.row, slope: slope)
                let score = edge.score(points, side: side, tolerance: tolerance)
                if score > (best?.score ?? 0) { best = (edge, score) }
            }
        }
        guard var edge = best?.edge else { return nil }
        for _ in 0..<3 { edge = edge.refined(points, tolerance: tolerance) }
        let support = points.count { abs($0.column - edge.column(at: $0.row)) <= tolerance }
        return (edge, support)
    }

    private func score(_ points: [(row: Double, column: Double)], side: Double, tolerance: Double) -> Double {
        let reach = tolerance * (1 + slope * slope).squareRoot()
        var score = 0.0
        for point in points {
            let beyond = side * (point.column - column(at: point.row))
            if beyond > reach { score -= 1 } else if beyond >= -reach { score += 1 }
        }
        return score
    }

    /// The least-squares line through the points within the tolerance.
    private func refined(_ points: [(row: Double, column: Double)], tolerance: Double) -> SectorEdge {
        let reach = tolerance * (1 + slope * slope).squareRoot()
        let near = points.filter { abs($0.column - column(at: $0.row)) <= reach }
        guard near.count > 2 else { return self }
        let rows = near.reduce(0) { $0 + $1.row } / Double(near.count)
        let columns = near.reduce(0) { $0 + $1.column } / Double(near.count)
        var (cross, square) = (0.0, 0.0)
        for point in near {
            cross += (point.row - rows) * (point.column - columns)
            square += (point.row - rows) * (point.row - rows)
        }
        guard square > 0 else { return self }
        return SectorEdge(offset: columns - cross / square * rows, slope: cross / square)
    }
}
