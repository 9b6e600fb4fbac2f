extension HeartPainter {
    /// Paints one sample.
    ///
    /// - Parameters:
    ///   - index: the sample.
    ///   - beam: its beam.
    ///   - backdrop: amplitude of what is there without the heart.
    @inline(__always) func sample(_ index: Int, beam: Int, backdrop: Float) -> TissueSample {
        let place = grid.places[index]
        let radius = grid.radii[index]
        let level = place.z * inverseLength
        let wall = surface(level, grid.columns[index])
        if radius > wall[3] + 3.5, level < 0.5 {
            let own = grid.across[index] + upright * place.z - origin
            return TissueSample(amplitude: backdrop, mirror: 0, loss: Self.tissueLoss, blood: 0, own: own)
        }
        let site = HeartSite(
            place: place, radius: radius, level: level, wall: wall, direction: grid.directions[beam],
            slant: grid.slants[index])
        let (solid, blood, fibrous) = chambers(site)
        let along = Quick.ramp(1.1 - level, 6)
        let fluid =
            Quick.ramp(-site.outside, 7) * Quick.ramp((radius - heartSurface(wall)) * site.outerTilt, 7)
            * along
        var amplitude = surroundings(site, backdrop, along)
        amplitude += (muscle * (0.5 + 0.62 * site.facing) - amplitude) * solid
        let clear = max(fluid * (1 - solid), blood)
        amplitude += (Self.bloodAmplitude - amplitude) * clear
        return TissueSample(
            amplitude: amplitude, mirror: (0.03 * fibrous + mirrors(site)) * (1 - 0.9 * blood),
            loss: Self.tissueLoss * (1 - clear), blood: clear,
            own: own(index, place, radius: radius, wall: wall))
    }

    /// How much of the place is wall, blood, and the great vessels' fibrous wall; each 0...1.
    @inline(__always) func chambers(_ site: HeartSite) -> (solid: Float, blood: Float, fibrous: Float) {
        let (place, radius, wall, tilt) = (site.place, site.radius, site.wall, site.tilt)
        var left = Quick.ramp((wall[0] - radius) * tilt, edge) * Quick.ramp(pose.length - place.z, edge)
        if left > 0 {
            for muscle in muscles { left *= 1 - 0.96 * Quick.ramp(muscle.depth(place), 6) }
        }
        let leftWall =
            Quick.ramp((wall[1] - radius) * tilt, edge) * Quick.ramp(pose.length + 0.22 - place.z, 7)
        let out = (wall[2] - radius) * tilt
        let beyond = Quick.ramp(radius - wall[1], edge)
        let right =
            beyond * Quick.ramp(out, 7) * Quick.ramp(pose.tricuspidLevel * pose.length - place.z, edge)
        var solid = leftWall
        if wall[2] > wall[1] {
            let rim =
                beyond * Quick.ramp(out + rightWall * tilt, 7) * Quick.ramp(pose.length + 0.2 - place.z, 5)
            solid = max(solid, rim)
        }
        guard site.level > 0.55 else { return (solid, max(right, left), 0) }
        let base = base(place, solid: solid, leftWall: leftWall)
        return (base.solid, max(base.blood, right, left), base.fibrous)
    }
}
