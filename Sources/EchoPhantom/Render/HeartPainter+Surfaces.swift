extension HeartPainter {
    /// Both ventricles' surfaces at a sample, interpolated.
    @inline(__always) func surface(_ level: Float, _ column: Float) -> SIMD8<Float> {
        let high = Float(VentricleTable.levels) - 1.001
        let row = min(max((level - VentricleTable.lowest) * (1 / VentricleTable.step), 0), high)
        let firstRow = Int(row)
        let firstColumn = Int(column)
        let down = row - Float(firstRow)
        let side = column - Float(firstColumn)
        let index = firstRow &* VentricleTable.columns &+ firstColumn
        let upper = surfaces[index] + (surfaces[index &+ 1] - surfaces[index]) * side
        let next = index &+ VentricleTable.columns
        let lower = surfaces[next] + (surfaces[next &+ 1] - surfaces[next]) * side
        return upper + (lower - upper) * down
    }

    /// The heart's outer surface, within the pericardium.
    @inline(__always) func heartSurface(_ wall: SIMD8<Float>) -> Float {
        max(wall[1], wall[2] > wall[1] ? wall[2] + rightWall : 0)
    }

    /// The amplitude without walls and blood: fat glows at the pericardium, what lies within gives way.
    @inline(__always) func surroundings(_ site: HeartSite, _ backdrop: Float, _ along: Float) -> Float {
        if site.outside <= 0 { return max(backdrop * (1 - along), backdrop * 0.6) }
        guard site.outside < 3.5 else { return backdrop }
        let glow = Quick.ramp(1.12 - site.level, 4) * Quick.ramp(site.level - 0.05, 4)
        return backdrop * (1 + glow * (3 + 9 * fat) * Quick.exponential2(-site.outside * 2.2))
    }

    /// The amplitude of the pericardium and of the inner surface, strongest where the beam meets them squarely.
    @inline(__always) func mirrors(_ site: HeartSite) -> Float {
        var mirror: Float = 0
        let line = (site.outside - 0.06) * (1 / (0.05 + 0.04 * fat))
        if abs(line) < 3 {
            let squarely = site.outerFacing * site.outerFacing * site.outerFacing
            mirror +=
                (0.012 + 0.12 * squarely) * Quick.bell(line) * Quick.ramp(site.level + 0.02, 8)
                * Quick.ramp(1.14 - site.level, 6)
        }
        let rim = (site.radius - site.wall[0]) * site.tilt * 9 - 0.6
        if abs(rim) < 3, site.level < 1 {
            mirror += 0.035 * site.facing * site.facing * site.facing * Quick.bell(rim)
        }
        return mirror
    }
}
