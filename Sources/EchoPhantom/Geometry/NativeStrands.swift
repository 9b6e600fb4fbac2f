/// The heart's own thin and bright parts, as strands.
enum NativeStrands {
    /// All of them at a moment.
    static func all(_ anatomy: HeartAnatomy, _ pose: HeartPose, _ ventricle: Ventricle) -> [Strand] {
        let shape = anatomy.shape
        let bright = 0.075 * shape.leafletBrightness
        var strands = [
            Leaflets.mitral(
                anatomy, pose,
                look: Strand(width: 0.055, brightness: bright * 1.1, tissue: 0.2, thickness: 0.05)),
            Leaflets.tricuspid(
                anatomy, pose,
                look: Strand(width: 0.05, brightness: 0.65 * bright, tissue: 0.2, thickness: 0.05)),
        ]
        if anatomy.devices.aorticValve == .native {
            let rank = Float(anatomy.aorticStenosis.rank)
            strands.append(
                Strand(
                    points: Leaflets.aortic(anatomy, pose), width: 0.05 + 0.035 * rank,
                    brightness: 0.07 + 0.13 * rank, shadow: 0.06 * rank, tissue: 0.5, thickness: 0.05))
        }
        strands += grooves(anatomy, pose)
        strands += strings(anatomy, pose, ventricle)
        return strands
    }

    /// Fat in the groove around the base, and calcium in the mitral ring.
    private static func grooves(_ anatomy: HeartAnatomy, _ pose: HeartPose) -> [Strand] {
        let ring = pose.mitralRing
        let out = (0..<40).map { index in
            let angle = Float(index) / 40 * 2 * .pi
            let hinge = ring.hinge(angle)
            return hinge + (hinge - ring.center).normalized * 0.3 + Vector(0, 0, 0.12)
        }
        let right = (0..<40).map { index -> Vector in
            let hinge = pose.tricuspidRing.hinge(Float(index) / 40 * 2 * .pi)
            return hinge + (hinge - pose.tricuspidRing.center).normalized * 0.25 + Vector(0, 0, 0.1)
        }
        var strands = [
            Strand(
                points: out, width: 0.26, brightness: 0.02 + 0.06 * anatomy.shape.pericardialFat,
                thickness: 0.2),
            Strand(
                points: right, width: 0.22, brightness: 0.02 + 0.03 * anatomy.shape.pericardialFat,
                thickness: 0.2),
        ]
        if anatomy.shape.annularCalcium > 0.02 {
            let lumps = (12..<26).map { index in
                ring.hinge(Float(index) / 40 * 2 * .pi) + Vector(0, 0, 0.08)
            }
            strands.append(
                Strand(
                    points: lumps, width: 0.18, brightness: 0.75 * anatomy.shape.annularCalcium,
                    shadow: 0.6 * anatomy.shape.annularCalcium, thickness: 0.15))
        }
        return strands
    }

    /// Chords, the moderator band, a false tendon.
    private static func strings(_ anatomy: HeartAnatomy, _ pose: HeartPose, _ ventricle: Ventricle)
        -> [Strand]
    {
        let shape = anatomy.shape
        let contraction = pose.beat.contraction
        func wall(_ level: Float, _ azimuth: Float) -> (inner: Float, outer: Float) {
            let walls = ventricle.walls(level, azimuth, contraction: contraction, motion: anatomy.wallMotion)
            return (walls.endocardium, walls.epicardium)
        }
        var strands: [Strand] = []
        for azimuth in [Float(-0.5), 3.75] {
            let level = shape.papillaryLevel + 0.26
            let tip = Vector.across(azimuth) * (wall(level, azimuth).inner * 0.62)
            let start = Vector(tip.x, tip.y, level * pose.length)
            for side in [Float(-0.5), 0.4] {
                let end =
                    pose.mitralRing.center + pose.mitralRing.across * (side * pose.mitralRing.acrossRadius)
                    - Vector(0, 0, 0.5 + 0.6 * pose.beat.mitralOpening)
                strands.append(
                    Strand(
                        points: Strand.line(through: [start, end]), width: 0.045, brightness: 0.022,
                        thickness: 0.1))
            }
        }
        if let level = shape.moderatorBand {
            let septum = wall(level - 0.06, .pi).outer
            let right = ventricle.rightWidth(level, .pi, contraction: contraction, ring: pose.tricuspidLevel)
            let start = Vector(-septum, 0, (level - 0.07) * pose.length)
            let end = Vector(-septum - max(right, 0.2), 0, (level + 0.03) * pose.length)
            let middle = (start + end) * 0.5 - Vector(0, 0, 0.25)
            strands.append(
                Strand(
                    points: Strand.curve(through: [start, middle, end]), width: 0.14, brightness: 0.05,
                    tissue: 0.9,
                    thickness: 0.4))
        }
        if shape.falseTendon > 0.02 {
            let start = Vector.across(.pi) * wall(0.58, .pi).inner + Vector(0, 0, 0.58 * pose.length)
            let end = Vector.across(0) * wall(0.34, 0).inner + Vector(0, 0, 0.34 * pose.length)
            strands.append(
                Strand(
                    points: Strand.curve(through: [start, (start + end) * 0.5 + Vector(0, 0, 0.15), end]),
                    width: 0.05, brightness: 0.13 * shape.falseTendon, thickness: 0.3))
        }
        return strands
    }
}
