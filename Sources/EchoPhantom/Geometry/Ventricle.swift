/// The left ventricle's walls and the right ventricle around them, as radii about the long axis.
struct Ventricle {
    let anatomy: HeartAnatomy
    /// How much the radius shrinks at end-systole where the wall moves fully, as a share.
    private(set) var radialStrain: Float = 0
    /// How much the length shrinks at end-systole, as a share.
    let longitudinalStrain: Float

    /// Solves the contraction so that the biplane volumes give the anatomy's ejection fraction.
    init(_ anatomy: HeartAnatomy) {
        self.anatomy = anatomy
        let target = anatomy.ejectionFraction / 100
        longitudinalStrain = 0.27 * target
        guard target > 0 else { return }
        let full = Biplane.volume(self, contraction: 0, motion: .uniform)
        var low: Float = -0.3
        var high: Float = 0.75
        for _ in 0..<30 {
            radialStrain = (low + high) / 2
            let volume = Biplane.volume(self, contraction: 1, motion: .uniform)
            if 1 - volume / full < target { low = radialStrain } else { high = radialStrain }
        }
    }

    /// Apex to mitral ring at a moment.
    func length(_ contraction: Float) -> Float {
        anatomy.leftVentricleLength * (1 - longitudinalStrain * contraction * meanMotion)
    }

    /// The share of the walls that moves, for the length.
    private var meanMotion: Float { anatomy.wallMotion == .uniform ? 1 : 0.72 }

    /// The shape along the axis: 0 at the apex, 1 where widest.
    ///
    /// - Parameter level: from the apex, as a share of the length; the square is negative beyond the apex.
    private func profile(_ level: Float) -> Float {
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
    private func outline(_ level: Float, _ azimuth: Float) -> Float {
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
    private func relaxedEndocardium(_ level: Float, _ azimuth: Float) -> Float {
        let base = profile(level)
        guard base > 0 else { return base * anatomy.leftVentricleRadius }
        let aside = Quick.turn(azimuth - 2.4) / 0.75
        let bulge = anatomy.shape.septalBulge * Quick.bell(aside) * Quick.bell((level - 0.87) / 0.1)
        return max(anatomy.leftVentricleRadius * base * outline(level, azimuth) - bulge, 0.1)
    }

    /// The wall's thickness at end-diastole, by azimuth; the septum has its own.
    private func thickness(_ azimuth: Float) -> Float {
        let septal = Quick.bell(Quick.turn(azimuth - 2.6) / 0.9)
        return anatomy.wallThickness * (1 + (anatomy.shape.septalRatio - 1) * septal)
    }

    /// The outer surface at end-diastole.
    private func relaxedEpicardium(_ level: Float, _ azimuth: Float) -> Float {
        let wall = thickness(azimuth)
        let cap = 0.62 * wall / anatomy.leftVentricleLength
        let shape = profile((level + cap) / (1 + cap))
        guard shape > 0 else { return shape * anatomy.leftVentricleRadius }
        let outer = (anatomy.leftVentricleRadius * outline(level, azimuth) + wall) * shape
        let inner = max(relaxedEndocardium(level, azimuth), 0)
        return max(outer, inner + wall * (level < 0.06 ? 0.3 : 0.75))
    }

    /// How fully the wall moves there, 0...1.
    private func motion(_ level: Float, _ azimuth: Float, _ pattern: WallMotion) -> Float {
        func region(_ center: Float, _ width: Float) -> Float {
            Quick.bell(Quick.turn(azimuth - center) / width)
        }
        switch pattern {
        case .uniform: return 1
        case .anterior: return 1 - 0.95 * max(region(1.57, 0.85), Quick.ramp(0.25 - level, 4))
        case .inferior: return 1 - 0.95 * region(4.65, 0.8) * Quick.ramp(level - 0.2, 3)
        case .apical: return 1 - 0.95 * Quick.ramp(0.48 - level, 4)
        }
    }

    /// Both surfaces at a moment.
    ///
    /// The wall keeps its area over the shortening, so it thickens as it contracts; high pressure in
    /// the right ventricle flattens the septum, most in systole.
    func walls(
        _ level: Float, _ azimuth: Float, contraction: Float, motion pattern: WallMotion
    ) -> (endocardium: Float, epicardium: Float, relaxed: Float, relaxedEpicardium: Float) {
        let inner = relaxedEndocardium(level, azimuth)
        let outer = relaxedEpicardium(level, azimuth)
        let moved = contraction * motion(level, azimuth, pattern)
        var now = inner > 0 ? inner * (1 - radialStrain * moved) : inner
        if now > 0 {
            now = min(now, flattened(flatteningLimit(level, azimuth), contraction: contraction))
        }
        let area = outer > 0 ? outer * outer - max(inner, 0) * max(inner, 0) : 0
        let shortening = 1 - longitudinalStrain * contraction * meanMotion
        let squared = max(now, 0) * max(now, 0) + area / shortening
        return (now, outer > 0 ? squared.squareRoot() : outer, inner, outer)
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

    /// How far the inner surface may lie from the axis where the septum were a plane; infinity elsewhere.
    private func flatteningLimit(_ level: Float, _ azimuth: Float) -> Float {
        let facing = Quick.cosine(azimuth - 2.6)
        guard anatomy.pulmonaryPressure > 40, facing > 0.2, level > 0.05 else { return .infinity }
        return anatomy.leftVentricleRadius * profile(level) / facing
    }

    /// The limit at a moment: high pressure in the right ventricle pushes the septum flat, most in systole.
    func flattened(_ limit: Float, contraction: Float) -> Float {
        let excess = min(max((anatomy.pulmonaryPressure - 40) / 35, 0), 1)
        return limit * (1 - radialStrain * contraction) * (1.12 - excess * (0.26 + 0.26 * contraction))
    }

    /// The right ventricle's cavity seen from the septum: how far it reaches outward.
    func rightWidth(_ level: Float, _ azimuth: Float, contraction: Float, ring: Float) -> Float {
        let start = 0.23 - 0.06 * (anatomy.rightVentricleRadius - 1.35)
        let part = (level - start) / (ring - start)
        guard part > 0 else { return max(part * 6, -1) }
        let along =
            Quick.power(min(part, 1), 0.55) * (1.1 - 0.24 * min(part, 1.2) * min(part, 1.2) * min(part, 1.2))
        let aside = Quick.turn(azimuth - 2.85) / 1.45
        let around = max(1 - aside * aside, -0.5)
        let change = anatomy.rightVentricleAreaChange / 100
        let squeeze = (1 - change) / (1 - 0.45 * change)
        let width = 2 * anatomy.rightVentricleRadius * (1 - (1 - squeeze) * contraction)
        let trabeculae = 1 + 0.05 * Quick.sine(level * 31 + azimuth * 7)
        return width * along * around * trabeculae
    }
}
