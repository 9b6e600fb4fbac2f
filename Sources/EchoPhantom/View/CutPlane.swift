/// How a picture's plane lies in the heart: where the probe is, where it looks, and which way is right.
struct CutPlane {
    let origin: Vector
    /// Away from the probe, down the picture.
    let depth: Vector
    /// To the right of the picture.
    let lateral: Vector
    /// Through the slice.
    var normal: Vector { lateral.cross(depth) }

    /// A place in the picture: centimeters right of the probe, and away from it.
    func place(_ right: Float, _ down: Float) -> Vector { origin + lateral * right + depth * down }

    /// Places the probe for a view, and moves it as the acquisition says.
    init(_ view: EchoView, anatomy: HeartAnatomy, acquisition: Acquisition) {
        let base = Self.standard(view, anatomy, acquisition)
        let turn = acquisition.rotation
        // The slice leaves the apex and still meets the base: the ventricle looks shorter than it is.
        let swing =
            view.isApical ? acquisition.foreshortening / (anatomy.leftVentricleLength + 2) : acquisition.swing
        let normal = base.lateral.cross(base.depth)
        let spun = base.lateral.turned(around: base.depth, by: turn)
        let upright = spun.cross(base.depth)
        let lean = base.depth.turned(around: spun, by: swing)
        let slanted = upright.turned(around: spun, by: swing)
        let side = view.isApical ? acquisition.foreshortening : acquisition.offPlane
        depth = lean.turned(around: slanted, by: acquisition.tilt)
        lateral = spun.turned(around: slanted, by: acquisition.tilt)
        origin =
            base.origin + normal * (lean.dot(normal) > 0 ? -side : side) - base.lateral * acquisition.shift
            - base.depth * acquisition.lift
    }

    private init(origin: Vector, depth: Vector, lateral: Vector) {
        self.origin = origin
        self.depth = depth
        self.lateral = lateral
    }

    private static func standard(_ view: EchoView, _ anatomy: HeartAnatomy, _ acquisition: Acquisition)
        -> CutPlane
    {
        let radius = anatomy.leftVentricleRadius
        let wall = anatomy.wallThickness
        let right = anatomy.rightVentricleRadius
        let fluid = anatomy.pericardialEffusion
        let stand = acquisition.standOff
        switch view {
        case .apicalFourChamber, .apicalTwoChamber, .apicalThreeChamber:
            let azimuth: Float =
                view == .apicalFourChamber ? 0 : view == .apicalTwoChamber ? .pi / 3 : 2 * .pi / 3
            let aside = view == .apicalFourChamber ? -(0.5 + 0.45 * (right - 1.35)) : 0.1
            // The operator tilts the plane from the apex through the mitral valve's middle.
            let behind = Vector.across(azimuth + .pi / 2) * (-0.3 * radius / anatomy.leftVentricleLength)
            let slope = view == .apicalThreeChamber ? Vector(0, 0, 1) : Vector(0, 0, 1) + behind
            return CutPlane(
                origin: slope * -stand + .across(azimuth) * aside, depth: slope.normalized,
                lateral: .across(azimuth))
        case .parasternalLongAxis:
            let toProbe = Vector.across(HeartPose.anteroseptal)
            let away = radius + wall + 1.1 * right + 0.6 + stand * 0.6 + fluid * 0.4
            let lean: Float = 0.14
            return CutPlane(
                origin: toProbe * away + Vector(0, 0, anatomy.leftVentricleLength * 0.76),
                depth: -toProbe * Quick.cosine(lean) + Vector(0, 0, Quick.sine(lean)),
                lateral: Vector(0, 0, Quick.cosine(lean)) + toProbe * Quick.sine(lean))
        case .shortAxisMitral, .shortAxisPapillary:
            let azimuth: Float = 1.5
            let toProbe = Vector.across(azimuth)
            let level: Float = view == .shortAxisMitral ? 0.71 : anatomy.shape.papillaryLevel + 0.12
            let away = radius + wall + 0.75 * right + 0.5 + stand * 0.6 + fluid * 0.4
            return CutPlane(
                origin: toProbe * away + Vector(0, 0, anatomy.leftVentricleLength * level), depth: -toProbe,
                lateral: .across(azimuth - .pi / 2))
        case .subcostal:
            let away = radius + wall + 2 * right + 2.2 + stand + fluid * 0.6
            let lean: Float = 0.42
            return CutPlane(
                origin: Vector(-away, -0.15 * radius, anatomy.leftVentricleLength * 0.62 - 1.2),
                depth: Vector(Quick.cosine(lean), 0, Quick.sine(lean)),
                lateral: Vector(Quick.sine(lean), 0, -Quick.cosine(lean)))
        }
    }
}

extension EchoView {
    /// Whether the probe stands at the apex.
    var isApical: Bool {
        self == .apicalFourChamber || self == .apicalTwoChamber || self == .apicalThreeChamber
    }
}
