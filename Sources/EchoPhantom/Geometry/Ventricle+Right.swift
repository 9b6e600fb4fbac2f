/// The right ventricle, and the septum that its pressure flattens.
extension Ventricle {
    /// How far the inner surface may lie from the axis where the septum were a plane; infinity elsewhere.
    func flatteningLimit(_ level: Float, _ azimuth: Float) -> Float {
        let facing = Quick.cosine(azimuth - 2.6)
        guard anatomy.pulmonaryPressure > 40, facing > 0.2, level > 0.05 else { return .infinity }
        return anatomy.leftVentricleRadius * profile(level) / facing
    }

    /// The limit at a moment: high pressure in the right ventricle pushes the septum flat, most in systole.
    func flattened(_ limit: Float, contraction: Float) -> Float {
        let excess = min(max((anatomy.pulmonaryPressure - 40) / 35, 0), 1)
        return limit * (1 - radialStrain * contraction) * (1.1 - excess * (0.26 + 0.3 * contraction))
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
