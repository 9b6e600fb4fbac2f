/// The valves' thin leaflets at one moment, as sheets of points.
enum Leaflets {
    /// The mitral leaflets: the anterior long, the posterior short, joined below the ring's middle when shut.
    static func mitral(_ anatomy: HeartAnatomy, _ pose: HeartPose, look: Strand = Strand()) -> Strand {
        var strand = look
        let ring = pose.mitralRing
        let opening = pose.beat.mitralOpening * (anatomy.devices.hasMitralRing ? 0.75 : 1)
        let gap = 0.03 * Float(anatomy.mitralRegurgitation.rank)
        let long = anatomy.shape.leafletLength
        for index in 0..<64 {
            let angle = Float(index) / 64 * 2 * .pi
            let isFront = Quick.cosine(angle) > 0
            let across = Quick.sine(angle)
            let hinge = ring.hinge(angle)
            let seam =
                ring.center + ring.across * (ring.acrossRadius * 0.86 * across)
                + ring.anterior * (ring.anteriorRadius * (-0.28 + 0.2 * across * across))
            let inward = seam - hinge
            let open = opening * clipHold(anatomy, across)
            let swing: Float = isFront ? 0.32 + 1.12 * open : 0.45 + 0.98 * open
            LeafletSheet(
                hinge: hinge, inward: inward.normalized, reach: inward.length * (1.07 - gap) * long,
                overlap: (isFront ? 0.7 : 0.35) * long * (1 - 3 * gap), angle: swing,
                belly: isFront ? 0.45 - 0.8 * open : 0.3, hang: 1.1 * (1 - open), rows: 18
            ).add(to: &strand)
        }
        return strand
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
    static func tricuspid(_ anatomy: HeartAnatomy, _ pose: HeartPose, look: Strand = Strand()) -> Strand {
        var strand = look
        let ring = pose.tricuspidRing
        let gap = 0.03 * Float(anatomy.tricuspidRegurgitation.rank)
        let open = pose.beat.mitralOpening
        for index in 0..<48 {
            let hinge = ring.hinge(Float(index) / 48 * 2 * .pi)
            let inward = ring.center + ring.anterior * 0.2 - hinge
            LeafletSheet(
                hinge: hinge, inward: inward.normalized, reach: inward.length * (1.02 - gap), overlap: 0.3,
                angle: 0.25 + 0.95 * open, belly: 0.4, hang: 0.9 * (1 - open), rows: 14
            ).add(to: &strand)
        }
        return strand
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
