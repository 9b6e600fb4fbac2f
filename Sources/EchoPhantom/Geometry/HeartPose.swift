/// Where the chambers and rings are at one moment.
struct HeartPose {
    let beat: BeatPhase
    /// Apex to mitral ring.
    let length: Float
    let leftAtrium: Ellipsoid
    let rightAtrium: Ellipsoid
    let aorta: AorticRoot
    /// From the ventricle to the aortic ring.
    let outflow: Tube
    /// From the right ventricle past the aorta towards the lungs.
    let rightOutflow: Tube
    let mitralRing: ValveRing
    let tricuspidRing: ValveRing
    /// The tricuspid ring's level as a share of the length.
    let tricuspidLevel: Float

    /// The direction from the long axis to the anterior septum, where the aorta leaves.
    static let anteroseptal: Float = 2.094_395

    init(_ ventricle: Ventricle, phase: Float) {
        let anatomy = ventricle.anatomy
        beat = BeatPhase(phase: phase, heartRate: anatomy.heartRate)
        let contraction = beat.contraction
        length = ventricle.length(contraction)
        let toAorta = Vector.across(Self.anteroseptal)
        let radius = anatomy.leftVentricleRadius
        let ring = 0.68 * anatomy.aorticRootRadius
        let squeeze = 1 - 0.07 * contraction
        let aortaCenter = toAorta * (0.42 * radius + 0.92 * ring)
        aorta = AorticRoot(
            base: Vector(aortaCenter.x, aortaCenter.y, length + 0.05),
            axis: (Vector(0, 0, 1) + toAorta * 0.16 + Vector(-0.1, 0, 0)).normalized, ring: ring,
            sinus: anatomy.aorticRootRadius, length: 4.2)
        let entry = toAorta * (0.30 * radius)
        outflow = Tube(
            from: Vector(entry.x, entry.y, length - 1.5), to: aorta.base + aorta.axis * 0.1,
            radius: 0.95 * ring)
        mitralRing = ValveRing(
            center: toAorta * (-0.20 * radius) + Vector(0, 0, length), anterior: toAorta,
            acrossRadius: 0.70 * radius * squeeze, anteriorRadius: 0.56 * radius * squeeze)
        (leftAtrium, rightAtrium, tricuspidLevel, tricuspidRing) = Self.rightAndBack(
            ventricle, beat: beat, length: length)
        let reach = radius + anatomy.wallThickness
        let low = toAorta * (reach + 0.45 * anatomy.rightVentricleRadius)
        let high = toAorta * (0.36 * radius + 1.72 * ring + 0.3 + 0.62 * anatomy.rightVentricleRadius)
        rightOutflow = Tube(
            from: Vector(low.x, low.y, 0.72 * length),
            to: Vector(high.x, high.y, length + 2.6) + aorta.axis * 0.2,
            radius: (0.52 * anatomy.rightVentricleRadius + 0.28) * (1 - 0.12 * contraction))
    }

    private static func rightAndBack(
        _ ventricle: Ventricle, beat: BeatPhase, length: Float
    ) -> (Ellipsoid, Ellipsoid, Float, ValveRing) {
        let anatomy = ventricle.anatomy
        let shape = anatomy.shape
        let fill = 0.86 + 0.14 * beat.contraction - 0.05 * beat.atrialKick
        let left = anatomy.leftAtriumRadius * fill
        let tall = left * 1.22 * shape.leftAtriumElongation
        let toAorta = Vector.across(anteroseptal)
        let back = 0.36 * anatomy.leftVentricleRadius - 0.97 * left
        let middle = toAorta * max(back, -0.75)
        let leftAtrium = Ellipsoid(
            center: Vector(middle.x, middle.y, length + tall * 0.86),
            radii: Vector(left * 0.97, left * 1.05, tall), firstAzimuth: anteroseptal,
            waviness: shape.axisTilt * 9 + shape.echogenicity)
        let ringLevel =
            1 - shape.tricuspidOffset / anatomy.leftVentricleLength
            - 0.02 * beat.contraction * (anatomy.rightVentricleAreaChange - 25) / 20
        let right = anatomy.rightAtriumRadius * fill
        let rightTall = right * 1.16 * shape.rightAtriumElongation
        // The septum between the atria stands where the left one's wall cuts the four-chamber plane.
        let septumX = middle.x - left * 0.92 - 0.24
        let ringZ = ringLevel * length
        let rightAtrium = Ellipsoid(
            center: Vector(septumX - right * 0.98, -0.2, ringZ + rightTall * 0.86),
            radii: Vector(right, right, rightTall), firstAzimuth: 0, waviness: shape.echogenicity * 2 + 1)
        let inner = 0.79 * anatomy.leftVentricleRadius + anatomy.wallThickness * 0.8
        let half = anatomy.rightVentricleRadius * 0.9
        let ring = ValveRing(
            center: Vector(-(inner + half), -0.1, ringZ), anterior: Vector(1, 0, 0),
            acrossRadius: half * 0.95, anteriorRadius: half)
        return (leftAtrium, rightAtrium, ringLevel, ring)
    }
}
