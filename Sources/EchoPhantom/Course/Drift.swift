/// What differs between two studies of an unchanged heart: loading, breath, the caliper.
enum Drift {
    /// The most that a size moves, as a share of it.
    static let size: Float = 0.03
    /// The most that an ejection fraction moves, percentage points.
    static let ejectionFraction: Float = 4

    /// Moves the numbers a little; walls, valves, devices and shape stay.
    static func apply(to heart: inout HeartAnatomy, _ random: inout PersonRandom) {
        func moved(_ value: Float, _ share: Float) -> Float {
            value * (1 + max(-share, min(random.normal(0, share / 2), share)))
        }
        heart.leftVentricleRadius = moved(heart.leftVentricleRadius, size)
        heart.leftVentricleLength = moved(heart.leftVentricleLength, size)
        heart.wallThickness = moved(heart.wallThickness, size)
        heart.leftAtriumRadius = moved(heart.leftAtriumRadius, size)
        heart.rightAtriumRadius = moved(heart.rightAtriumRadius, size)
        heart.rightVentricleRadius = moved(heart.rightVentricleRadius, size)
        heart.aorticRootRadius = moved(heart.aorticRootRadius, size)
        heart.pericardialEffusion = moved(heart.pericardialEffusion, 0.08)
        heart.pulmonaryPressure = moved(heart.pulmonaryPressure, 0.06)
        heart.rightVentricleAreaChange = moved(heart.rightVentricleAreaChange, 0.05)
        heart.heartRate = moved(heart.heartRate, 0.12)
        let points = random.normal(0, ejectionFraction / 2)
        heart.ejectionFraction += max(-ejectionFraction, min(points, ejectionFraction))
        heart.limit()
    }
}
