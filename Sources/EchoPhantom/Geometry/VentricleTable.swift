/// What of the ventricles' surfaces does not change with phase, by level and azimuth.
struct VentricleTable {
    static let levels = 64
    static let azimuths = 48
    /// One more column, so that interpolation needs no wrap.
    static let columns = azimuths + 1
    static let lowest: Float = -0.25
    static let highest: Float = 1.2
    static let step = (highest - lowest) / Float(levels - 1)

    private let ventricle: Ventricle
    private var relaxed: [Float] = []
    private var outer: [Float] = []
    private var motion: [Float] = []
    private var flattening: [Float] = []
    private var rightWidth: [Float] = []
    private var fluid: [Float] = []
    /// How thick the right ventricle's wall is.
    let rightWall: Float

    init(_ ventricle: Ventricle) {
        self.ventricle = ventricle
        let anatomy = ventricle.anatomy
        rightWall = 0.36 + 0.006 * min(max(anatomy.pulmonaryPressure - 35, 0), 60)
        let ring = 1 - anatomy.shape.tricuspidOffset / anatomy.leftVentricleLength
        // Trabeculae: half a millimeter of roughness, most near the apex; it cancels in the volume.
        var random = RenderRandom(anatomy.shape.textureSeed, 12)
        let rough = NoiseTile.white(Self.levels * Self.azimuths, &random).map { $0 * 0.05 }

        for row in 0..<Self.levels {
            let level = Self.lowest + Self.step * Float(row)
            for column in 0..<Self.columns {
                let azimuth = Float(column % Self.azimuths) * 2 * .pi / Float(Self.azimuths)
                let entry = ventricle.entry(level, azimuth)
                relaxed.append(
                    entry.endocardium + rough[(row * Self.azimuths + column % Self.azimuths)]
                        * (level > 0.05 && level < 0.97 ? 1 : 0))
                outer.append(entry.epicardium)
                motion.append(entry.motion)
                flattening.append(entry.flattening)
                rightWidth.append(ventricle.rightWidth(level, azimuth, contraction: 0, ring: ring))
                fluid.append(Self.fluid(anatomy, level, azimuth))
            }
        }
    }

    /// The fluid around the heart: most behind and below, some before the right ventricle when there is much.
    private static func fluid(_ anatomy: HeartAnatomy, _ level: Float, _ azimuth: Float) -> Float {
        let amount = anatomy.pericardialEffusion
        guard amount > 0 else { return 0 }
        let low = Quick.cosine(azimuth - 4.9)
        let share = 0.56 + 0.44 * low
        let along = min(max(0.45 + 0.9 * level, 0.25), 1) * Quick.ramp(1.1 - level, 6)
        let uneven = 1 + 0.15 * Quick.sine(azimuth * 3 + level * 5)
        return max(amount * share * along * uneven - 0.06 * (1 - low), 0)
    }

    /// Both ventricles' surfaces at a moment, ready for interpolation.
    ///
    /// Lanes: endocardium, epicardium, right cavity's outside, pericardium, endocardium and epicardium at
    /// end-diastole, slope of the endocardium and of the pericardium over z.
    func surfaces(contraction: Float) -> [SIMD8<Float>] {
        let anatomy = ventricle.anatomy
        var table = [SIMD8<Float>](repeating: .zero, count: Self.levels * Self.columns)
        let strain = ventricle.radialStrain * contraction
        let length = ventricle.length(contraction)
        let stretch = anatomy.leftVentricleLength / length
        let change = anatomy.rightVentricleAreaChange / 100
        let squeeze = 1 - (1 - (1 - change) / (1 - 0.45 * change)) * contraction
        for index in table.indices {
            let inner = relaxed[index]
            let wall = outer[index]
            var now = inner > 0 ? inner * (1 - strain * motion[index]) : inner
            if flattening[index] < 1.0e3 {
                now = min(now, ventricle.flattened(flattening[index], contraction: contraction))
            }
            var outside = wall
            if wall > 0 {
                let area = wall * wall - max(inner, 0) * max(inner, 0)
                outside = (max(now, 0) * max(now, 0) + area * stretch).squareRoot()
            }
            let right = max(outside, 0) + rightWidth[index] * (rightWidth[index] > 0 ? squeeze : 1)
            let heart = max(outside, right > outside ? right + rightWall : outside)
            let lane = SIMD8(
                now, outside, right, heart + fluid[index] * (0.85 + 0.15 * contraction), inner, wall, 0, 0)
            table[index] = lane
        }
        let span = 2 * Self.step * length
        for row in 1..<(Self.levels - 1) {
            for column in 0..<Self.columns {
                let index = row * Self.columns + column
                let after = table[index + Self.columns]
                let before = table[index - Self.columns]
                table[index][6] = min(max((after[0] - before[0]) / span, -6), 6)
                table[index][7] = min(max((after[3] - before[3]) / span, -6), 6)
            }
        }
        return table
    }
}
