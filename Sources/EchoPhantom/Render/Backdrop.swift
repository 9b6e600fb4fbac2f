/// What surrounds the heart and does not beat with it: chest wall, lung, liver, the tissue behind.
struct Backdrop {
    /// Amplitude of the surroundings, without the heart; shape `[depths, beams]`.
    private(set) var amplitude: [Float] = []
    /// What each sample's echo is multiplied with: beams, shadows of ribs and lung, loss near the apex.
    private(set) var window: [Float] = []
    /// The share of speckle that changes by itself, 0...1.
    private(set) var decorrelation: [Float] = []

    init(grid: BeamGrid, view: EchoView, anatomy: HeartAnatomy, acquisition: Acquisition) {
        var random = RenderRandom(acquisition.seed, 21)
        let side = 64
        let blotches = NoiseTile.smooth(side, across: 2, down: 2, &random)
        let slow = NoiseTile.smooth(side, across: 5, down: 5, &random)
        let beams = Self.beams(acquisition, &random)
        let edge = random.even(0.02, 0.08)
        let pose = HeartPose(Ventricle(anatomy), phase: 0)
        let behind = view.isApical ? pose.leftAtrium.center.z + pose.leftAtrium.radii.z : 99
        let base = Quick.amplitude(decibels: -45 + 9 * (anatomy.shape.haze - 0.5))
        for row in 0..<BeamGrid.depths {
            let away = (Float(row) + 0.5) * grid.step
            for beam in 0..<BeamGrid.beams {
                let share = (Float(beam) * grid.pitch - grid.halfAngle) / grid.halfAngle
                let right = away * grid.sines[beam]
                let down = away * grid.cosines[beam]
                let cell = (Int(down * 2.2 + 256) & 63) * side + (Int(right * 2.2 + 256) & 63)
                let place = grid.places[row * BeamGrid.beams + beam]
                var level = base * Quick.amplitude(decibels: 3.5 * blotches[cell] + 4.5 * slow[cell])
                let chest = Quick.bell(away / (0.45 * acquisition.standOff))
                level += Quick.amplitude(decibels: -27 + 2 * blotches[cell]) * chest
                let aside = (place.x - pose.leftAtrium.center.x + 0.8) / 4.5
                let far = (place.z - behind - 0.3 + 0.8 * aside * aside - 0.4 * slow[cell]) / 0.9
                if far > -1.5 {
                    level +=
                        Quick.amplitude(
                            decibels: -25 + 4 * blotches[cell] + 5 * slow[cell] - 9 * aside * aside)
                        * Quick.bell(far)
                }
                if view == .subcostal {
                    let liver = Quick.ramp(
                        -(place.x + anatomy.leftVentricleRadius + anatomy.wallThickness + 0.7
                            * anatomy.rightVentricleRadius), 1)
                    level += liver * Quick.amplitude(decibels: -33 + 1.5 * blotches[cell])
                }
                amplitude.append(level)
                window.append(Self.window(share, away, beams[beam], slow[cell], edge, acquisition))
                let field = 0.22 * slow[cell] + 0.02 * max(away - 9, 0)
                decorrelation.append(min(max(acquisition.decorrelation + field, 0.12), 0.9))
            }
        }
    }

    private static func beams(_ acquisition: Acquisition, _ random: inout RenderRandom) -> [Float] {
        let uneven = NoiseTile.smooth(128, across: 6, down: 1, &random)
        return (0..<BeamGrid.beams).map { acquisition.beamUnevenness * 0.75 * uneven[$0] }
    }

    private static func window(
        _ share: Float, _ away: Float, _ uneven: Float, _ slow: Float, _ edge: Float,
        _ acquisition: Acquisition
    ) -> Float {
        let fifth = share * share * share * share * abs(share)
        // Patches that the chest wall takes away, wider in hazy patients.
        let patch = min(slow, 0.4) * (1.5 + 3.5 * acquisition.haze)
        var decibels = uneven - 10 * fifth + patch
        let near = (away - 3.2) / 1.6
        decibels -= acquisition.apexLoss * Quick.bell(near * 1.4)
        // Lung slides over the sector's sides, more with depth.
        let lung = share < 0 ? acquisition.lungLeft : acquisition.lungRight
        let over = Quick.ramp(abs(share) - (1.15 - 0.5 * lung) + 0.06 * slow, 4)
        decibels -= 20 * lung * over
        var factor = Quick.amplitude(decibels: decibels)
        if acquisition.ribShadow > 0 {
            let hidden = share * acquisition.ribSide - (1 - 2 * acquisition.ribShadow)
            factor *= 1 - 0.94 * Quick.ramp(hidden, 1 / (edge + 0.05))
        }
        return factor
    }
}
