/// Random things to say.
enum TopicSample {
    /// The ejection fractions that are spoken of, percent, and pressures, mmHg.
    private static let percents: ClosedRange<Float> = 10...76
    private static let pressures: ClosedRange<Float> = 15...90
    /// Centimeters.
    private static let diameters: ClosedRange<Float> = 3.4...7.6
    private static let thicknesses: ClosedRange<Float> = 0.6...2

    /// One attribute, numbers and devices more often than their share.
    static func single(_ random: inout PersonRandom) -> Topic {
        switch random.integer(0...19) {
        case 0...3: ejectionFraction(&random)
        case 4...6: number(&random)
        case 7...11: device(&random)
        default: graded(&random)
        }
    }

    /// Several attributes in one sentence.
    static func summary(_ random: inout PersonRandom) -> Topic {
        let (first, second) = (grade(&random), grade(&random))
        let percent = Double(random.uniform(percents))
        let function = Grading.ejectionFraction.grade(percent.rounded())
        let topic: Topic? =
            switch random.integer(0...3) {
            case 0: SummaryWords.ventricle(size: first, function: function, percent: percent)
            case 1: SummaryWords.rightVentricle(size: first, function: second)
            case 2: SummaryWords.atria(first)
            default: nil
            }
        return topic ?? SummaryWords.function(function, percent: percent)
    }

    private static func ejectionFraction(_ random: inout PersonRandom) -> Topic {
        let percent = Double(random.uniform(percents))
        return switch random.integer(0...5) {
        case 0: EjectionFractionWords.rough(percent)
        case 1: EjectionFractionWords.range(percent)
        default: EjectionFractionWords.exact(percent)
        }
    }

    private static func number(_ random: inout PersonRandom) -> Topic {
        switch random.integer(0...4) {
        case 0: DiameterWords.diameter(tenth(random.uniform(diameters)))
        case 1: DiameterWords.thickness(tenth(random.uniform(thicknesses)))
        default: PressureWords.value(Double(random.uniform(pressures)))
        }
    }

    private static func device(_ random: inout PersonRandom) -> Topic {
        let isThere = random.chance(0.7)
        return switch random.integer(0...7) {
        case 0, 1: PacemakerWords.topic(isThere: isThere)
        case 2: isThere ? ClipWords.some : ClipWords.count(0)
        case 3: ClipWords.count(isThere ? random.integer(1...2) : 0)
        case 4: ProsthesisWords.stented(isThere: isThere)
        case 5: ProsthesisWords.surgical(isThere: isThere)
        case 6: RingWords.topic(isThere: isThere)
        default:
            isThere
                ? ProsthesisWords.stented(isThere: true)
                : random.chance(0.5) ? ProsthesisWords.native : HardwareWords.nothing
        }
    }

    private static func graded(_ random: inout PersonRandom) -> Topic {
        let grade = grade(&random)
        switch random.integer(0...15) {
        case 0: return FunctionWords.left(grade)
        case 1: return FunctionWords.right(grade)
        case 2: return ThicknessWords.topic(grade)
        case 3: return RootWords.topic(grade)
        case 4: return EffusionWords.topic(grade)
        case 5: return PressureWords.grade(grade)
        case 6:
            return random.pick(ValveLesion.allCases).map { LesionWords.topic($0, grade) }
                ?? EffusionWords.topic(grade)
        case 7: return WallMotionWords.topic(.uniform, weakness: grade)
        case 8: return WallMotionWords.topic(random.pick(WallMotion.allCases) ?? .uniform)
        case 9: return WallMotionWords.anywhere
        case 10, 11: return presence(&random)
        default:
            return random.pick(Chamber.allCases).map { SizeWords.topic($0, grade) }
                ?? EffusionWords.topic(grade)
        }
    }

    private static func presence(_ random: inout PersonRandom) -> Topic {
        random.pick(Attribute.allCases.compactMap { PresenceWords.topic($0) }) ?? WallMotionWords.anywhere
    }

    private static func grade(_ random: inout PersonRandom) -> Severity {
        random.pick(Severity.allCases) ?? .normal
    }

    private static func tenth(_ value: Float) -> Double { (Double(value) * 10).rounded() / 10 }
}
