internal import EchoCore

/// Fits a sector to a region.
struct SectorFit {
    /// Pixels that a boundary point may lie off a side or an end.
    let tolerance: Double
    /// The region's boundary.
    let outline: RegionOutline

    /// Takes the region's boundary.
    init(region: PixelSet, tolerance: Double) {
        self.tolerance = tolerance
        outline = RegionOutline(region, least: Int(4 * tolerance))
    }

    /// The sector; `nil` where the region has no two sides.
    func shape() -> SectorShape? {
        guard let box = outline.box, let left = side(-1), let right = side(1) else { return nil }
        var shape = SectorShape(
            left: left, right: right, near: .level(row: Double(box.minY)), far: .level(row: Double(box.maxY)),
            box: box)
        let inner = outline.columns.filter { !isOnSide($0.column, $0.top, shape) }
        if let near = SectorLimit.fitted(
            inner.map { (Double($0.top), Double($0.column)) }, apex: shape.apex, outward: -1,
            tolerance: tolerance), isCredible(near.limit, support: near.support, shape)
        {
            shape.near = near.limit
        }
        let deep = outline.columns.filter { !isOnSide($0.column, $0.bottom, shape) }
        if let far = SectorLimit.fitted(
            deep.map { (Double($0.bottom), Double($0.column)) }, apex: shape.apex, outward: 1,
            tolerance: tolerance)
        {
            shape.far = far.limit
        }
        return shape
    }

    /// Whether a near end has not more of the region's columns begin before it than at it.
    ///
    /// Sides that meet in a point leave no near end to fit, and dark chambers at a side then look like one.
    private func isCredible(_ near: SectorLimit, support: Int, _ shape: SectorShape) -> Bool {
        var tried = shape
        tried.near = near
        let before = outline.columns.count {
            !tried.isPastNear(row: Double($0.top) + tolerance, column: Double($0.column))
        }
        return before <= support
    }

    private func side(_ side: Double) -> SectorEdge? {
        let points = outline.rows.map {
            (row: Double($0.row), column: Double(side < 0 ? $0.first : $0.last))
        }
        let slopes = side < 0 ? -3.0...0.3 : -0.3...3.0
        return SectorEdge.fitted(points, side: side, tolerance: tolerance, slopes: slopes)?.edge
    }

    private func isOnSide(_ column: Int, _ row: Int, _ shape: SectorShape) -> Bool {
        let reach = 2 * tolerance
        let (x, y) = (Double(column), Double(row))
        return x < shape.left.column(at: y) + reach || x > shape.right.column(at: y) - reach
    }
}
