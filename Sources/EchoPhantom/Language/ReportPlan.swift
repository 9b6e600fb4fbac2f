/// What a study's report says, in the order of its sections; how it says it is up to the style.
struct ReportPlan: Sendable {
    let topics: [Topic]

    /// - Parameter prior: the patient's study before, `nil` for the first.
    init(
        of findings: StudyFindings, changes: [CourseEvent], prior: StudyFindings?, haze: Float,
        _ random: inout PersonRandom
    ) {
        var topics = [QualityWords.topic(haze: haze)]
        topics += Self.leftVentricle(findings, &random)
        topics += Self.rightVentricle(findings, &random)
        topics += Self.atria(findings, &random)
        topics += Self.valves(findings, &random)
        topics.append(EffusionWords.topic(findings.effusion))
        topics.append(RootWords.topic(findings.aorticRootDilation))
        topics += Self.pressure(findings, &random)
        topics += Self.devices(findings.devices, &random)
        if let prior {
            topics += changes.map { ComparisonWords.topic($0, from: prior, to: findings) }
            if changes.isEmpty { topics.append(ComparisonWords.steady) }
        }
        self.topics = topics
    }

    private static func leftVentricle(_ findings: StudyFindings, _ random: inout PersonRandom) -> [Topic] {
        let (size, function) = (findings.leftVentricleDilation, findings.systolicDysfunction)
        let percent = findings.ejectionFraction
        let summary = SummaryWords.ventricle(size: size, function: function, percent: percent)
        let way = random.integer(0...3)
        var topics: [Topic]
        if let summary, way == 0 {
            topics = [summary]
        } else if way == 1 {
            topics = [
                SizeWords.topic(.leftVentricle, size), SummaryWords.function(function, percent: percent),
            ]
        } else {
            let number: Topic =
                switch random.integer(0...5) {
                case 0: EjectionFractionWords.rough(percent)
                case 1: EjectionFractionWords.range(percent)
                default: EjectionFractionWords.exact(percent)
                }
            topics = [SizeWords.topic(.leftVentricle, size), FunctionWords.left(function), number]
        }
        if random.chance(0.35) { topics.append(DiameterWords.diameter(findings.leftVentricleDiameter)) }
        topics.append(ThicknessWords.topic(findings.hypertrophy))
        if random.chance(0.25) { topics.append(DiameterWords.thickness(findings.wallThickness)) }
        topics.append(
            WallMotionWords.topic(findings.wallMotion, weakness: random.chance(0.5) ? function : .normal))
        return topics
    }

    private static func rightVentricle(_ findings: StudyFindings, _ random: inout PersonRandom) -> [Topic] {
        let (size, function) = (findings.rightVentricleDilation, findings.rightVentricleDysfunction)
        let summary = SummaryWords.rightVentricle(size: size, function: function)
        if let summary, random.chance(0.4) { return [summary] }
        return [SizeWords.topic(.rightVentricle, size), FunctionWords.right(function)]
    }

    private static func atria(_ findings: StudyFindings, _ random: inout PersonRandom) -> [Topic] {
        let (left, right) = (findings.leftAtriumDilation, findings.rightAtriumDilation)
        if left == right, random.chance(0.5) { return [SummaryWords.atria(left)] }
        return [SizeWords.topic(.leftAtrium, left), SizeWords.topic(.rightAtrium, right)]
    }

    private static func valves(_ findings: StudyFindings, _ random: inout PersonRandom) -> [Topic] {
        var topics = [LesionWords.topic(.mitralRegurgitation, findings.mitralRegurgitation)]
        if findings.devices.aorticValve == .native {
            topics.append(LesionWords.topic(.aorticStenosis, findings.aorticStenosis))
            if random.chance(0.3) { topics.append(ProsthesisWords.native) }
        } else if random.chance(0.7) {
            topics.append(ProsthesisWords.opening)
        }
        return topics + [LesionWords.topic(.tricuspidRegurgitation, findings.tricuspidRegurgitation)]
    }

    private static func pressure(_ findings: StudyFindings, _ random: inout PersonRandom) -> [Topic] {
        let value = PressureWords.value(findings.pulmonaryPressure)
        let grade = PressureWords.grade(Grading.pulmonaryPressure.grade(findings.pulmonaryPressure))
        return [[value], [grade], [value, grade]][random.integer(0...2)]
    }

    /// All that is there; of what is not, now and then something.
    private static func devices(_ devices: Devices, _ random: inout PersonRandom) -> [Topic] {
        var topics: [Topic] = []
        if devices.hasPacemakerLead { topics.append(PacemakerWords.topic(isThere: true)) }
        if devices.mitralClips > 0 { topics.append(ClipWords.count(devices.mitralClips)) }
        if devices.aorticValve == .stented { topics.append(ProsthesisWords.stented(isThere: true)) }
        if devices.aorticValve == .surgical { topics.append(ProsthesisWords.surgical(isThere: true)) }
        if devices.hasMitralRing { topics.append(RingWords.topic(isThere: true)) }
        if topics.isEmpty, random.chance(0.5) { return [HardwareWords.nothing] }
        if !devices.hasPacemakerLead, random.chance(0.6) {
            topics.append(PacemakerWords.topic(isThere: false))
        }
        if devices.mitralClips == 0, random.chance(0.2) { topics.append(ClipWords.count(0)) }
        return topics
    }
}
