/// The left ventricle at end-diastole.
extension Ventricle {
    /// The shape along the axis: 0 at the apex, 1 where widest.
    ///
    /// - Parameter level: from the apex, as a share of the length; the square is negative beyond the apex.
    func profile(_ level: Float) -> Float {
        let widest = anatomy.shape.widestLevel
        if level < widest {
            let part = (widest - level) / widest
            let square = 1 - (part >= 1 ? 1 + 3 * (part - 1) : Quick.power(part, anatomy.shape.apexBluntness))
            return square >= 0 ? square.squareRoot() : square * 2
        }
        let part = (level - widest) * 0.62 / (1 - widest)
        return max(1 - part * part, 0.02).squareRoot()
    }

    /// The irregular outline, as a factor around 1.
    func outline(_ level: Float, _ azimuth: Float) -> Float {
        var factor: Float = 1
        for (index, share) in anatomy.shape.outline.prefix(8).enumerated() {
            let order = Float(2 + index / 2)
            let along = 0.6 + 0.8 * Quick.sine(level * (4 + Float(index)) + Float(index) * 1.7)
            factor +=
                share * along * Quick.cosine(order * azimuth - (index % 2 == 1 ? 1.57 : 0) + level * 1.5)
        }
        return factor
    }

    /// The inner surface at end-diastole, before the septum's flattening.
    func relaxedEndocardium(_ level: Float, _ azimuth: Float) -> Float {
        let base = profile(level)
        guard base > 0 else { return base * anatomy.leftVentricleRadius }
        let aside = Quick.turn(azimuth - 2.4) / 0.75
        let bulge = anatomy.shape.septalBulge * Quick.bell(aside) * Quick.bell((level - 0.87) / 0.1)
        return max(anatomy.leftVentricleRadius * base * outline(level, azimuth) - bulge, 0.1)
    }

    /// The wall's thickness at end-diastole, by azimuth; the septum has its own.
    func thickness(_ azimuth: Float) -> Float {
        let septal = Quick.bell(Quick.turn(azimuth - 2.6) / 0.9)
        return anatomy.wallThickness * (1 + (anatomy.shape.septalRatio - 1) * septal)
    }

    /// The outer surface at end-diastole.
    func relaxedEpicardium(_ level: Float, _ azimuth: Float) -> Float {
        let wall = thickness(azimuth)
        let cap = 0.62 * wall / anatomy.leftVentricleLength
        let shape = profile((level + cap) / (1 + cap))
        guard shape > 0 else { return shape * anatomy.leftVentricleRadius }
        let outer = (anatomy.leftVentricleRadius * outline(level, azimuth) + wall) * shape
        let inner = max(relaxedEndocardium(level, azimuth), 0)
        return max(outer, inner + wall * (level < 0.06 ? 0.3 : 0.75))
    }

    /// What of a wall does not change with phase; a flattening of infinity means that none happens there.
    func entry(
        _ level: Float, _ azimuth: Float
    ) -> (endocardium: Float, epicardium: Float, motion: Float, flattening: Float) {
        (
            relaxedEndocardium(level, azimuth), relaxedEpicardium(level, azimuth),
            motion(level, azimuth, anatomy.wallMotion), flatteningLimit(level, azimuth)
        )
    }
}
