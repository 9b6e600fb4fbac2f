extension HeartShape {
    /// How many harmonics the walls' outline has.
    private static let harmonics = 8

    /// One patient's shape for life, each number within the range that its field states.
    static func drawn(_ random: inout PersonRandom) -> HeartShape {
        var shape = HeartShape()
        shape.textureSeed = random.next()
        shape.widestLevel = random.uniform(0.52...0.70)
        shape.apexBluntness = random.uniform(1.7...2.6)
        shape.outline = (0..<harmonics).map { random.uniform(-0.06...0.06) / Float(1 + $0 / 2) }
        shape.septalBulge = random.uniform(-0.4...0.6)
        shape.septalRatio = random.uniform(0.9...1.15)
        shape.papillaryRadius = random.uniform(0.25...0.75)
        shape.papillaryLevel = random.uniform(0.35...0.55)
        let hasBand = random.chance(0.5)
        let band = random.uniform(0.45...0.7)
        shape.moderatorBand = hasBand ? band : nil
        shape.tricuspidOffset = random.uniform(0.2...0.8)
        shape.leftAtriumElongation = random.uniform(0.75...1.2)
        shape.rightAtriumElongation = random.uniform(0.75...1.2)
        shape.leafletLength = random.uniform(0.8...1.15)
        shape.leafletBrightness = random.uniform(0.7...1.4)
        shape.pericardialFat = random.uniform(0...1)
        let isCalcified = random.chance(0.25)
        let calcium = random.uniform(0.15...1)
        shape.annularCalcium = isCalcified ? calcium : 0
        let hasTendon = random.chance(0.2)
        let tendon = random.uniform(0.2...1)
        shape.falseTendon = hasTendon ? tendon : 0
        shape.axisTilt = max(-0.25, min(random.normal(0, 0.1), 0.25))
        shape.leadCourse = [random.uniform(-1...1), random.uniform(0...1), random.uniform(0.6...1.4)]
        shape.echogenicity = max(-4, min(random.normal(0, 1.6), 4))
        shape.haze = random.uniform(0...1)
        return shape
    }
}
