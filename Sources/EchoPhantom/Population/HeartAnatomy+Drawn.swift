extension HeartAnatomy {
    /// The heart that an illness makes, before any device.
    ///
    /// The ties are those of life, loose enough that no one number gives another: a weak ventricle is wide, long,
    /// round and thin, a thick one small and strong; atria follow their ventricles and leaks; the right heart
    /// follows the lungs' pressure.
    static func drawn(_ illness: Illness, shape: HeartShape, _ random: inout PersonRandom) -> HeartAnatomy {
        var heart = HeartAnatomy()
        heart.shape = shape
        heart.wallMotion = illness.wallMotion
        heart.pericardialEffusion = illness.effusion
        heart.aorticStenosis = illness.aorticStenosis
        heart.drawLeftVentricle(illness, &random)
        heart.drawLeaks(illness, &random)
        heart.drawRightHeart(illness, &random)
        heart.drawLeftAtrium(illness, &random)
        heart.aorticRootRadius = random.normal(1.56, 0.14)
        if random.chance(0.3) { heart.aorticRootRadius = random.uniform(1.8...2.3) }
        heart.heartRate = random.normal(72, 8) + 10 * illness.myopathy + 8 * illness.atrial
        heart.limit()
        return heart
    }

    private mutating func drawLeftVentricle(_ illness: Illness, _ random: inout PersonRandom) {
        let failure = illness.myopathy
        let thick = illness.hypertrophy ?? 0
        ejectionFraction = random.normal(63 - 46 * failure + 3 * thick, 5.5)
        leftVentricleRadius = random.normal(2.34 + 1.28 * failure - 0.3 * thick, 0.2)
        leftVentricleLength = random.normal(8.5 + 1.1 * failure, 0.42)
        wallThickness = random.normal(0.95 - 0.12 * failure, 0.08)
        if illness.hypertrophy != nil { wallThickness = 1.1 + 0.85 * thick }
    }

    private mutating func drawLeaks(_ illness: Illness, _ random: inout PersonRandom) {
        let mitral = 1.5 * illness.myopathy + 3 * illness.mitralValve + 0.5 * illness.atrial
        mitralRegurgitation = Severity(score: random.normal(mitral, 0.35))
        let tricuspid = 2.4 * illness.rightHeart + 1.1 * illness.atrial
        tricuspidRegurgitation = Severity(score: random.normal(tricuspid, 0.35))
    }

    private mutating func drawRightHeart(_ illness: Illness, _ random: inout PersonRandom) {
        let right = illness.rightHeart
        let leak = Float(tricuspidRegurgitation.rank)
        pulmonaryPressure = random.normal(
            22 + 12 * illness.myopathy + 38 * right + 3 * Float(mitralRegurgitation.rank), 3)
        rightVentricleRadius = random.normal(1.5 + 1.18 * right + 0.12 * illness.myopathy + 0.03 * leak, 0.13)
        rightVentricleAreaChange = random.normal(46 - 32 * right - 6 * illness.myopathy, 3.5)
        rightAtriumRadius = random.normal(
            1.77 + 0.56 * right + 0.68 * illness.atrial + 0.09 * leak, 0.14)
    }

    private mutating func drawLeftAtrium(_ illness: Illness, _ random: inout PersonRandom) {
        let leak = Float(mitralRegurgitation.rank)
        leftAtriumRadius = random.normal(
            1.69 + 0.32 * illness.myopathy + 0.3 * (illness.hypertrophy ?? 0) + 0.55 * illness.atrial + 0.12
                * leak,
            0.14)
    }

    /// Brings every number back into its field's range.
    mutating func limit() {
        func within(_ value: inout Float, _ range: ClosedRange<Float>) {
            value = max(range.lowerBound, min(value, range.upperBound))
        }
        within(&leftVentricleRadius, 1.7...3.8)
        within(&leftVentricleLength, 7...11)
        within(&wallThickness, 0.6...2)
        within(&ejectionFraction, 10...78)
        within(&leftAtriumRadius, 1.4...3.4)
        within(&rightAtriumRadius, 1.3...3.2)
        within(&rightVentricleRadius, 0.9...2.9)
        within(&rightVentricleAreaChange, 10...55)
        within(&aorticRootRadius, 1.2...2.3)
        within(&pericardialEffusion, 0...3)
        within(&pulmonaryPressure, 15...90)
        within(&heartRate, 45...120)
    }
}

extension Severity {
    /// The grade of a score that is 0 for normal and 3 for severe.
    init(score: Float) {
        self = score < 0.6 ? .normal : score < 1.4 ? .mild : score < 2.2 ? .moderate : .severe
    }
}
