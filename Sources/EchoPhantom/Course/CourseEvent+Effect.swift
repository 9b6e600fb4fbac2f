extension CourseEvent {
    /// Whether the event can befall this heart, and would show.
    func isPossible(in heart: HeartAnatomy) -> Bool {
        switch self {
        case .ejectionFractionFell: heart.ejectionFraction >= 40
        case .ejectionFractionRecovered: heart.ejectionFraction <= 42
        case .leftVentricleDilated: heart.leftVentricleRadius <= 3.1
        case .leftAtriumDilated: heart.leftAtriumRadius <= 2.7
        case .rightVentricleDilated: heart.rightVentricleRadius <= 2.2
        case .effusionAppeared: heart.pericardialEffusion == 0
        case .effusionResolved: heart.pericardialEffusion > 0
        case .pacemakerImplanted: !heart.devices.hasPacemakerLead
        case .mitralClipped: !heart.devices.hasMitralRing && heart.devices.mitralClips == 0
        case .mitralRepaired: !heart.devices.hasMitralRing && heart.devices.mitralClips == 0
        case .stentedValveImplanted, .surgicalValveImplanted: heart.devices.aorticValve == .native
        }
    }

    /// How likely the event is against others that are possible too.
    func weight(in heart: HeartAnatomy) -> Float {
        switch self {
        case .ejectionFractionFell, .ejectionFractionRecovered: 1.5
        case .leftVentricleDilated, .leftAtriumDilated, .rightVentricleDilated: 0.8
        case .effusionAppeared: 0.7
        case .effusionResolved: 2.5
        case .pacemakerImplanted: heart.ejectionFraction < 40 ? 1.8 : 1
        case .mitralClipped: heart.mitralRegurgitation >= .moderate ? 3 : 0.1
        case .mitralRepaired: heart.mitralRegurgitation >= .moderate ? 0.8 : 0
        case .stentedValveImplanted: heart.aorticStenosis >= .moderate ? 3 : 0
        case .surgicalValveImplanted: heart.aorticStenosis >= .moderate ? 1 : 0
        }
    }

    /// Changes the heart; what hangs together changes together.
    func befall(_ heart: inout HeartAnatomy, _ random: inout PersonRandom) {
        switch self {
        case .ejectionFractionFell: heart.weaken(by: random.uniform(17...30), &random)
        case .ejectionFractionRecovered: heart.weaken(by: -random.uniform(16...28), &random)
        case .leftVentricleDilated:
            heart.leftVentricleRadius += random.uniform(0.4...0.65)
            heart.ejectionFraction -= random.uniform(3...7)
        case .leftAtriumDilated: heart.leftAtriumRadius += random.uniform(0.4...0.7)
        case .rightVentricleDilated:
            heart.rightVentricleRadius += random.uniform(0.4...0.65)
            heart.rightAtriumRadius += random.uniform(0.1...0.3)
            heart.rightVentricleAreaChange -= random.uniform(6...14)
            heart.pulmonaryPressure += random.uniform(10...25)
        case .effusionAppeared: heart.pericardialEffusion = random.uniform(0.4...2.8)
        case .effusionResolved: heart.pericardialEffusion = 0
        case .pacemakerImplanted: heart.devices.hasPacemakerLead = true
        case .mitralClipped: heart.clipMitralValve(&random)
        case .mitralRepaired: heart.repairMitralValve()
        case .stentedValveImplanted: heart.replaceAorticValve(with: .stented)
        case .surgicalValveImplanted: heart.replaceAorticValve(with: .surgical)
        }
        heart.limit()
    }
}

extension HeartAnatomy {
    /// How much wider half the ventricle grows for each percentage point that its ejection fraction loses.
    ///
    /// Below the 1.28 / 46 that patients differ by: a ventricle takes time to follow.
    private static let wideningAPoint: ClosedRange<Float> = 0.012...0.024

    fileprivate mutating func weaken(by points: Float, _ random: inout PersonRandom) {
        ejectionFraction -= points
        let widening = points * random.uniform(Self.wideningAPoint)
        leftVentricleRadius += widening
        leftVentricleLength += widening
        wallThickness -= 0.1 * widening
        leftAtriumRadius += 0.2 * widening
    }
}
