extension Acquisition {
    /// Draws one as an operator at a site would have set it for a patient and view.
    ///
    /// - Parameters:
    ///   - view: the cut.
    ///   - anatomy: the heart; deep hearts get deep pictures, hazy patients hazy ones.
    ///   - site: which laboratory; each has its own habits in range, curve and sharpness.
    ///   - seed: the draw.
    public static func drawn(view: EchoView, anatomy: HeartAnatomy, site: Int, seed: UInt64) -> Acquisition {
        var random = RenderRandom(seed, 1)
        var habits = RenderRandom(UInt64(truncatingIfNeeded: site), 2)
        var drawn = Acquisition()
        drawn.seed = random.next()
        drawn.frameRate = random.even(25, 60).rounded()
        drawn.beats = random.happens(0.5) ? 1 : random.even(1, 2)
        drawn.startPhase = random.even(0, 1)
        drawn.setWindow(view, anatomy, &random)
        drawn.gain = random.bell(habits.even(-1.5, 1.5), 2.0)
        drawn.dynamicRange = random.even(44, 54) + habits.even(-2, 4)
        drawn.gamma = random.even(0.9, 1.35) * habits.even(0.92, 1.12)
        drawn.lateralWidth = random.even(0.9, 1.4) * habits.even(0.9, 1.1)
        drawn.axialWidth = random.even(0.9, 1.5)
        drawn.sliceWidth = random.even(0.2, 0.4)
        drawn.nearClutter = random.even(0.3, 1.2)
        // What a gain shows of the amplifier: somewhat below black to a gray veil.
        drawn.noise = -drawn.dynamicRange - drawn.gain + random.even(-8.5, 3)
        drawn.sideLobes = random.even(0.03, 0.09)
        drawn.beamUnevenness = random.even(0.8, 2.8)
        drawn.apexLoss = random.even(0, 6)
        drawn.decorrelation = random.even(0.25, 0.6)
        drawn.deviceVisibility = random.even(0.5, 1.4)
        drawn.setChest(anatomy, &random)
        return drawn
    }

    private mutating func setWindow(_ view: EchoView, _ anatomy: HeartAnatomy, _ random: inout RenderRandom) {
        let tall = anatomy.leftVentricleLength - 8.6
        let wide = anatomy.leftVentricleRadius - 2.35
        halfAngle = random.even(0.62, 0.8)
        tilt = random.bell(anatomy.shape.axisTilt * 0.5, 0.06)
        rotation = random.bell(0, 0.1)
        swing = random.bell(0, 0.06)
        offPlane = random.bell(0, 0.2)
        foreshortening = abs(random.bell(0, 0.45))
        shift = random.bell(0, 0.3)
        lift = random.bell(0, 0.2)
        standOff = random.even(1.5, 2.8)
        switch view {
        case .apicalFourChamber, .apicalTwoChamber, .apicalThreeChamber:
            depth = random.even(14.5, 18) + 0.8 * tall + 0.8 * (anatomy.leftAtriumRadius - 1.9)
        case .parasternalLongAxis:
            depth = random.even(12, 14.5) + 2 * wide + anatomy.pericardialEffusion
            tilt = random.bell(anatomy.shape.axisTilt * 0.4, 0.08)
        case .shortAxisMitral, .shortAxisPapillary:
            depth = random.even(11.5, 14.5) + 2 * wide + anatomy.pericardialEffusion
        case .subcostal:
            depth = random.even(16.5, 20) + 2 * wide
            standOff = random.even(1.8, 3.2)
        }
    }

    private mutating func setChest(_ anatomy: HeartAnatomy, _ random: inout RenderRandom) {
        let hard = anatomy.shape.haze
        haze = min(max(hard + random.bell(0, 0.2), 0), 1)
        lungLeft = min(max(hard * 0.6 + random.even(-0.1, 0.6), 0), 1)
        lungRight = min(max(hard * 0.6 + random.even(-0.1, 0.6), 0), 1)
        if random.happens(0.25 + 0.25 * hard) {
            ribShadow = random.even(0.02, 0.2)
            ribSide = random.happens(0.5) ? 1 : -1
        }
        reverberation = random.happens(0.4) ? random.even(0.1, 0.5) * (0.5 + hard) : 0
    }
}
