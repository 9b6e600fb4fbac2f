internal import EchoCore

/// A sector as scanners draw it: two straight sides, a near and a far end, cut by a rectangle.
struct SectorShape: Sendable, Equatable {
    /// The left side.
    var left: SectorEdge
    /// The right side.
    var right: SectorEdge
    /// The end at the probe.
    var near: SectorLimit
    /// The deep end.
    var far: SectorLimit
    /// What it is cut by.
    var box: PixelRect

    /// Where the sides meet above the picture's middle; `nil` where they are parallel.
    var apex: (row: Double, column: Double)? {
        let opening = right.slope - left.slope
        guard opening > 0.05 else { return nil }
        let row = (left.offset - right.offset) / opening
        return (row, left.column(at: row))
    }

    /// Whether a point lies on the deep side of the near end.
    func isPastNear(row: Double, column: Double) -> Bool {
        Self.holds(near, (row, column), apex, outward: -1)
    }

    /// The pixels inside.
    func filled(size: PictureSize) -> PixelSet {
        var members = [UInt8](repeating: 0, count: size.pixelCount)
        let apex = apex
        for row in box.minY...box.maxY {
            let from = max(box.minX, Int(left.column(at: Double(row)).rounded(.up)))
            let to = min(box.maxX, Int(right.column(at: Double(row)).rounded(.down)))
            guard from <= to else { continue }
            for column in from...to {
                let point = (row: Double(row), column: Double(column))
                if Self.holds(far, point, apex, outward: 1), Self.holds(near, point, apex, outward: -1) {
                    members[row * size.width + column] = 1
                }
            }
        }
        return PixelSet(size: size, members: members)
    }

    /// Whether a pixel is on the inner side of an end.
    ///
    /// The outermost pixels of a level end share a row, so half a pixel is given to what their mean loses. Those
    /// of an arc lie up to a pixel short of it, and nothing is given: an ECG may touch the arc from outside.
    private static func holds(
        _ limit: SectorLimit, _ point: (row: Double, column: Double), _ apex: (row: Double, column: Double)?,
        outward: Double
    ) -> Bool {
        switch limit {
        case .level(let row): return (point.row - row) * outward <= 0.5
        case .arc(let radius):
            guard let apex else { return true }
            let (down, across) = (point.row - apex.row, point.column - apex.column)
            return ((down * down + across * across).squareRoot() - radius) * outward <= 0
        }
    }
}
