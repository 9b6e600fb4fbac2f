/// What has been put into the heart, as strands.
enum DeviceStrands {
    /// All devices at a moment.
    ///
    /// - Parameter visibility: how bright devices are in this clip, as a share of usual.
    static func all(_ anatomy: HeartAnatomy, _ pose: HeartPose, visibility: Float) -> [Strand] {
        var strands: [Strand] = []
        if anatomy.devices.hasPacemakerLead { strands += lead(anatomy, pose, visibility) }
        if anatomy.devices.mitralClips > 0 { strands += clips(anatomy, pose, visibility) }
        if anatomy.devices.hasMitralRing { strands.append(ring(anatomy, pose, visibility)) }
        switch anatomy.devices.aorticValve {
        case .native: break
        case .stented: strands += stent(pose, visibility)
        case .surgical: strands += sewn(pose, visibility)
        }
        return strands
    }

    /// The lead: down through the right atrium and its valve to the right ventricle's apex.
    static func lead(_ anatomy: HeartAnatomy, _ pose: HeartPose, _ visibility: Float) -> [Strand] {
        let course = anatomy.shape.leadCourse
        let aside = course.first ?? 0
        let thickness = course.count > 1 ? course[1] : 0.5
        let brightness = course.count > 2 ? course[2] : 1
        let atrium = pose.rightAtrium
        let ring = pose.tricuspidRing
        let apexX = -(anatomy.leftVentricleRadius * 0.72 + anatomy.wallThickness + 0.35)
        let corners = [
            atrium.center + Vector(0.15, 0.5, atrium.radii.z * 0.85),
            atrium.center + Vector(-0.2, 0.15 + 0.2 * aside, 0),
            ring.center + Vector(0.15 + 0.3 * aside, 0.1 * aside, 0.1),
            Vector((ring.center.x + apexX) / 2 + 0.25 * aside, -0.1, pose.length * 0.64),
            Vector(apexX, -0.15, pose.length * 0.40),
        ]
        let points = Strand.curve(through: corners)
        let main = Strand(
            points: points, width: 0.045 + 0.03 * thickness, brightness: 0.5 * brightness * visibility,
            shadow: 0.08, thickness: 0.35)
        let echo = Strand(
            points: points.map { $0 + Vector(-0.05, 0, 0.42) }, width: 0.06 + 0.03 * thickness,
            brightness: 0.07 * brightness * visibility, thickness: 0.35)
        return [main, echo]
    }

    /// Clips at the leaflets' tips, and the bridge of tissue that they make.
    static func clips(_ anatomy: HeartAnatomy, _ pose: HeartPose, _ visibility: Float) -> [Strand] {
        let ring = pose.mitralRing
        return Leaflets.clipPlaces(anatomy).flatMap { place in
            let seam =
                ring.center + ring.across * (ring.acrossRadius * place)
                - ring.anterior * (ring.anteriorRadius * 0.28)
            let bottom = seam - Vector(0, 0, 0.25 + 0.2 * pose.beat.mitralOpening)
            let body = Strand(
                points: Strand.line(through: [bottom, bottom - Vector(0, 0, 0.55)]), width: 0.15,
                brightness: 1.1 * visibility, shadow: 0.9, thickness: 0.3, isDevice: true)
            let bridge = Strand(
                points: Strand.line(through: [
                    ring.hinge(0) + (seam - ring.center) - ring.across * 0, bottom,
                    ring.center - ring.anterior * ring.anteriorRadius,
                ]), width: 0.08, brightness: 0.14, thickness: 0.25)
            return [body, bridge]
        }
    }

    /// A sewn ring around the mitral valve.
    static func ring(_ anatomy: HeartAnatomy, _ pose: HeartPose, _ visibility: Float) -> Strand {
        let points = (0..<90).map { index in
            let angle = Float(index) / 90 * 2 * .pi
            return pose.mitralRing.hinge(angle) - Vector(0, 0, 0.05)
        }
        return Strand(points: points, width: 0.13, brightness: 0.6 * visibility, shadow: 0.8, thickness: 0.12)
    }

    /// A stent: a cage of struts around the aortic ring.
    static func stent(_ pose: HeartPose, _ visibility: Float) -> [Strand] {
        let points = cylinder(pose.aorta, from: -0.5, to: 1.25, radius: 0.96, around: 40, along: 22)
        let cage = Strand(
            points: points, width: 0.085, brightness: 0.55 * visibility, shadow: 0.35, thickness: 0.08)
        let ends = [Float(-0.5), 0.4, 1.25].flatMap {
            cylinder(pose.aorta, from: $0, to: $0 + 0.05, radius: 0.96, around: 60, along: 1)
        }
        return [
            cage, Strand(points: ends, width: 0.1, brightness: 0.9 * visibility, shadow: 0.4, thickness: 0.1),
        ]
    }

    /// A surgeon's valve: a bright sewing ring and three short posts.
    static func sewn(_ pose: HeartPose, _ visibility: Float) -> [Strand] {
        let root = pose.aorta
        let ring = Strand(
            points: cylinder(root, from: -0.05, to: 0.15, radius: 0.95, around: 60, along: 3), width: 0.15,
            brightness: 0.85 * visibility, shadow: 0.9, thickness: 0.14)
        let posts = [Float(0), 2.09, 4.19].flatMap { angle in
            let out = across(root, angle) * (root.ring * 0.85)
            return Strand.line(through: [root.base + out, root.base + out + root.axis * 0.9])
        }
        return [
            ring,
            Strand(points: posts, width: 0.1, brightness: 0.7 * visibility, shadow: 0.4, thickness: 0.4),
        ]
    }

    private static func across(_ root: AorticRoot, _ angle: Float) -> Vector {
        let side = root.axis.cross(Vector(0, 1, 0)).normalized
        return side * Quick.cosine(angle) + root.axis.cross(side) * Quick.sine(angle)
    }

    private static func cylinder(
        _ root: AorticRoot, from low: Float, to high: Float, radius: Float, around: Int, along: Int
    ) -> [Vector] {
        (0..<around).flatMap { index in
            let out = across(root, Float(index) / Float(around) * 2 * .pi) * (root.ring * radius)
            return (0...along).map { row in
                root.base + out + root.axis * (low + (high - low) * Float(row) / Float(along))
            }
        }
    }
}
