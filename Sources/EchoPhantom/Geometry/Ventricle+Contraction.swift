/// How the walls move over the beat.
extension Ventricle {
    /// How fully the wall moves there, 0...1.
    func motion(_ level: Float, _ azimuth: Float, _ pattern: WallMotion) -> Float {
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
        let limit = flattened(flatteningLimit(level, azimuth), contraction: contraction)
        let now = contracted(
            inner, outer, strain: radialStrain * contraction * motion(level, azimuth, pattern), limit: limit,
            stretch: 1 / (1 - longitudinalStrain * contraction * meanMotion))
        return (now.endocardium, now.epicardium, inner, outer)
    }

    /// A wall after it has shrunk by a strain.
    ///
    /// - Parameters:
    ///   - limit: how far the flattened septum lets the inner surface lie from the axis.
    ///   - stretch: the length at end-diastole over the length now.
    /// - Returns: both surfaces, and the outer one as it were without the flattening.
    func contracted(
        _ inner: Float, _ outer: Float, strain: Float, limit: Float, stretch: Float
    ) -> (endocardium: Float, epicardium: Float, round: Float) {
        guard outer > 0 else { return (inner, outer, outer) }
        let free = inner > 0 ? inner * (1 - strain) : inner
        let hollow = max(free, 0)
        let round = (hollow * hollow + (outer * outer - max(inner, 0) * max(inner, 0)) * stretch).squareRoot()
        // Pressure shifts the septum as a whole: its thickness stays.
        let pushed = min(free, limit)
        return (pushed, round - (free - pushed), round)
    }
}
