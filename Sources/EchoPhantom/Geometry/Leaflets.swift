/// The valves' thin leaflets at one moment, as sheets of points.
enum Leaflets {
    /// The mitral leaflets: the anterior long, the posterior short, joined below the ring's middle when shut.
    static func mitral(_ anatomy: HeartAnatomy, _ pose: HeartPose) -> [Vector] {
        let ring = pose.mitralRing
        let opening = pose.beat.mitralOpening * (anatomy.devices.hasMitralRing ? 0.75 : 1)
        let gap = 0.03 * Float(anatomy.mitralRegurgitation.rank)
        var points: [Vector] = []
        for index in 0..<64 {
            let angle = Float(index) / 64 * 2 * .pi
            let front = Quick.cosine(angle)
            let across = Quick.sine(angle)
            let hinge = ring.hinge(angle)
            let seam =
                ring.center + ring.across * (ring.acrossRadius * 0.86 * across)
                + ring.anterior * (ring.anteriorRadius * (-0.28 + 0.2 * across * across))
            let inward = seam - hinge
            let reach = inward.length * (1 - gap)
            let held = clipHold(anatomy, across)
            let length =
                max(reach, front > 0 ? 0.5 : 0.9 * reach) * (1.04 + 0.06 * (anatomy.shape.leafletLength - 1))
            let open = opening * held * (front > 0 ? 1.1 : 0.95)
            points += sheet(
                hinge: hinge, inward: inward.normalized, length: length * 1.06 * anatomy.shape.leafletLength,
                angle: (front > 0 ? 0.36 : 0.5) + open,
                belly: front > 0 ? 0.45 - 0.9 * open : 0.3, rows: 14)
        }
        return points
    }

    /// How free the leaflets are beside a clip, 0.15...1.
    static func clipHold(_ anatomy: HeartAnatomy, _ across: Float) -> Float {
        var free: Float = 1
        for place in clipPlaces(anatomy) { free = min(free, 1 - 0.88 * Quick.bell((across - place) / 0.3)) }
        return free
    }

    /// Where clips sit along the seam, as shares of half its width.
    static func clipPlaces(_ anatomy: HeartAnatomy) -> [Float] {
        switch anatomy.devices.mitralClips {
        case 0: []
        case 1: [0.05]
        default: [-0.18, 0.2]
        }
    }

    /// The tricuspid leaflets.
    static func tricuspid(_ anatomy: HeartAnatomy, _ pose: HeartPose) -> [Vector] {
        let ring = pose.tricuspidRing
        let gap = 0.03 * Float(anatomy.tricuspidRegurgitation.rank)
        var points: [Vector] = []
        for index in 0..<48 {
            let angle = Float(index) / 48 * 2 * .pi
            let hinge = ring.hinge(angle)
            let inward = ring.center + ring.anterior * 0.2 - hinge
            points += sheet(
                hinge: hinge, inward: inward.normalized, length: inward.length * (1.02 - gap),
                angle: 0.2 + 1.0 * pose.beat.mitralOpening, belly: 0.4, rows: 12)
        }
        return points
    }

    /// A leaflet's strip from its hinge: it leans towards the apex by the angle, with a belly.
    private static func sheet(
        hinge: Vector, inward: Vector, length: Float, angle: Float, belly: Float, rows: Int
    ) -> [Vector] {
        var place = hinge
        var points: [Vector] = []
        let step = length / Float(rows)
        for row in 0...rows {
            points.append(place)
            let along = Float(row) / Float(rows)
            let lean = angle + belly * (0.5 - along)
            place += inward * (step * Quick.cosine(lean)) - Vector(0, 0, step * Quick.sine(lean))
        }
        return points
    }

    /// The aortic cusps; stenosis stiffens them.
    static func aortic(_ anatomy: HeartAnatomy, _ pose: HeartPose) -> [Vector] {
        let root = pose.aorta
        let stiff = 1 - 0.24 * Float(anatomy.aorticStenosis.rank)
        let open = pose.beat.aorticOpening * stiff
        let side = root.axis.cross(Vector(0, 1, 0)).normalized
        let other = root.axis.cross(side)
        var points: [Vector] = []
        for index in 0..<36 {
            let angle = Float(index) / 36 * 2 * .pi
            let out = side * Quick.cosine(angle) + other * Quick.sine(angle)
            for row in 0...10 {
                let along = Float(row) / 10
                let shut = root.ring * (1 - along)
                let wide = root.ring * (1 - 0.12 * along)
                let sag = 0.25 * (along - along * along)
                let height = (0.15 + 0.55 * along - sag * (1 - open)) + 0.35 * open * along
                points.append(root.base + out * (shut + (wide - shut) * open) + root.axis * height)
            }
        }
        return points
    }
}
