/// What ails a patient, as shares from 0 (nothing) to 1; sizes, pressures and leaks follow from it.
///
/// Common enough to learn and to measure, far more common than in a laboratory's archive.
struct Illness: Sendable, Equatable {
    /// Failing muscle: a low ejection fraction, a wide, round, thin-walled left ventricle.
    var myopathy: Float = 0
    /// Thick walls, a small cavity, a large left atrium; `nil` for walls of usual thickness.
    var hypertrophy: Float?
    /// Lungs or their vessels: high pulmonary pressure, a wide and weak right ventricle.
    var rightHeart: Float = 0
    /// Fibrillating or stiff atria: both are wide.
    var atrial: Float = 0
    /// The aortic valve's narrowing, before anyone treated it.
    var aorticStenosis = Severity.normal
    /// A mitral leak by the valve's own fault, 0...1.
    var mitralValve: Float = 0
    /// Fluid around the heart, in centimeters.
    var effusion: Float = 0
    /// Which walls move less.
    var wallMotion = WallMotion.uniform

    /// Draws one patient's.
    static func drawn(_ random: inout PersonRandom) -> Illness {
        var illness = Illness()
        if random.chance(0.54) { illness.myopathy = random.uniform(0.12...1) }
        if random.chance(illness.myopathy > 0 ? 0.22 : 0.52) { illness.hypertrophy = random.uniform(0...1) }
        if random.chance(0.46) { illness.rightHeart = random.uniform(0.1...1) }
        if random.chance(0.42) { illness.atrial = random.uniform(0.1...1) }
        illness.aorticStenosis = stenosis(random.uniform(0...1))
        if random.chance(0.35) { illness.mitralValve = random.uniform(0.2...1) }
        illness.effusion = fluid(&random)
        if random.chance(0.08 + 0.24 * min(illness.myopathy * 2, 1)) {
            illness.wallMotion = random.pick([.anterior, .inferior, .apical]) ?? .uniform
        }
        return illness
    }

    /// A fifth of all have some; a large one is rarer than a small one.
    private static func fluid(_ random: inout PersonRandom) -> Float {
        let isThere = random.chance(0.22)
        let grade = random.uniform(0...1)
        let width = random.uniform(0...1)
        guard isThere else { return 0 }
        if grade < 0.4 { return 0.35 + 0.6 * width }
        return grade < 0.72 ? 1.05 + 0.85 * width : 2.05 + 0.85 * width
    }

    private static func stenosis(_ share: Float) -> Severity {
        if share < 0.58 { return .normal }
        if share < 0.69 { return .mild }
        return share < 0.82 ? .moderate : .severe
    }
}
