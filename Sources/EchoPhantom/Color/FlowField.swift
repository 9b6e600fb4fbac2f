/// How fast blood moves at one moment, and where leaks make it whirl.
struct FlowField {
    /// A leak or a narrowed valve's stream: a cone from a hole.
    struct Jet {
        let origin: Vector
        let direction: Vector
        /// Centimeters that it reaches.
        let reach: Float
        /// How much it widens, centimeters a centimeter.
        let spread: Float
        /// Meters a second at the hole.
        let speed: Float
    }

    private let pose: HeartPose
    private let jets: [Jet]
    /// How far a leak's jet reaches by grade, centimeters.
    private static let reaches: [Float] = [0, 1.7, 3.0, 4.6]
    /// How much a jet widens by grade.
    private static let spreads: [Float] = [0, 0.16, 0.25, 0.36]

    init(_ anatomy: HeartAnatomy, _ pose: HeartPose) {
        self.pose = pose
        let late = max(
            pose.beat.aorticOpening, pose.beat.contraction > 0.35 && pose.beat.mitralOpening < 0.05 ? 0.6 : 0)
        var jets: [Jet] = []
        let mitral = anatomy.mitralRegurgitation.rank
        if mitral > 0, late > 0.1 {
            let ring = pose.mitralRing
            let lean = anatomy.shape.leftAtriumElongation - 1
            jets.append(
                Jet(
                    origin: ring.center - ring.anterior * (0.28 * ring.anteriorRadius) - Vector(0, 0, 0.3),
                    direction: (Vector(0, 0, 1) + ring.anterior * lean).normalized,
                    reach: Self.reaches[mitral],
                    spread: Self.spreads[mitral], speed: 5 * late))
        }
        let tricuspid = anatomy.tricuspidRegurgitation.rank
        if tricuspid > 0, late > 0.1 {
            let speed = (max(anatomy.pulmonaryPressure - 8, 4) / 4).squareRoot()
            jets.append(
                Jet(
                    origin: pose.tricuspidRing.center + Vector(0.2, 0, -0.3),
                    direction: Vector(0.15, 0, 1).normalized, reach: 0.9 * Self.reaches[tricuspid],
                    spread: Self.spreads[tricuspid], speed: speed * late))
        }
        let narrow = anatomy.aorticStenosis.rank
        if narrow > 0, pose.beat.aorticOpening > 0.1 {
            jets.append(
                Jet(
                    origin: pose.aorta.base + pose.aorta.axis * 0.4, direction: pose.aorta.axis, reach: 3.2,
                    spread: 0.22, speed: (1.4 + 1.0 * Float(narrow)) * pose.beat.aorticOpening))
        }
        self.jets = jets
    }

    /// The blood's velocity, meters a second, and how much it whirls, 0...1.
    func velocity(_ place: Vector) -> (velocity: Vector, turbulence: Float) {
        var velocity = Vector.zero
        var turbulence: Float = 0
        let below = pose.mitralRing.center - place
        if below.z > -2, pose.beat.mitralOpening > 0.02 {
            let aside = Vector(below.x, below.y, 0).length / (pose.mitralRing.acrossRadius * 0.9)
            let along = Quick.bell((below.z - 1.2) / 2.4)
            velocity += Vector(0, 0, -0.75 * pose.beat.mitralOpening * Quick.bell(aside * 1.3) * along)
        }
        let out = pose.aorta.position(place)
        if out.height > -3, out.height < 3.5, pose.beat.aorticOpening > 0.02 {
            let along = Quick.ramp(out.height + 1.6, 0.6)
            velocity +=
                pose.aorta.axis
                * (0.95 * pose.beat.aorticOpening * Quick.bell(out.aside / pose.aorta.ring) * along)
        }
        for jet in jets {
            let offset = place - jet.origin
            let along = offset.dot(jet.direction)
            guard along > -0.4, along < jet.reach else { continue }
            let part = max(along, 0) / jet.reach
            let radius = (0.16 + jet.spread * max(along, 0)) * max(1.15 - part * part, 0.1)
            let aside = (offset - jet.direction * along).length / radius
            guard aside < 1.6 else { continue }
            let tip = Quick.ramp(jet.reach - along, 1 / (0.3 * jet.reach))
            let share = Quick.bell(aside) * tip
            velocity += jet.direction * (jet.speed * share)
            turbulence = max(turbulence, share)
        }
        return (velocity, turbulence)
    }
}
