extension Claim {
    /// Whether the claim is true of a study; `false` for a kind of value that the attribute does not have.
    public func holds(in findings: StudyFindings) -> Bool {
        if let grade { return attribute.grade(in: findings) == grade }
        if let present { return attribute.presence(in: findings) == present }
        guard let value, let truth = attribute.value(in: findings) else { return false }
        return abs(value - truth) <= attribute.slack
    }
}

extension Attribute {
    /// The grade that a study has, `nil` where the attribute is not graded.
    public func grade(in findings: StudyFindings) -> Severity? {
        switch self {
        case .systolicDysfunction: findings.systolicDysfunction
        case .leftVentricleDilation: findings.leftVentricleDilation
        case .hypertrophy: findings.hypertrophy
        case .rightVentricleDilation: findings.rightVentricleDilation
        case .rightVentricleDysfunction: findings.rightVentricleDysfunction
        case .leftAtriumDilation: findings.leftAtriumDilation
        case .rightAtriumDilation: findings.rightAtriumDilation
        case .mitralRegurgitation: findings.mitralRegurgitation
        case .aorticStenosis: findings.aorticStenosis
        case .tricuspidRegurgitation: findings.tricuspidRegurgitation
        case .effusion: findings.effusion
        case .aorticRootDilation: findings.aorticRootDilation
        case .pulmonaryPressure: Grading.pulmonaryPressure.grade(findings.pulmonaryPressure)
        default: nil
        }
    }

    /// The number that a study has in the attribute's unit, `nil` where the attribute has none.
    public func value(in findings: StudyFindings) -> Double? {
        switch self {
        case .ejectionFraction: findings.ejectionFraction
        case .leftVentricleDiameter: findings.leftVentricleDiameter
        case .wallThickness: findings.wallThickness
        case .pulmonaryPressure: findings.pulmonaryPressure
        case .mitralClips: Double(findings.devices.mitralClips)
        default: nil
        }
    }

    /// Whether a study has it, of something graded any at all; `nil` for a number.
    public func presence(in findings: StudyFindings) -> Bool? {
        switch self {
        case .wallMotionUniform: findings.wallMotion == .uniform
        case .wallMotionAnterior: findings.wallMotion == .anterior
        case .wallMotionInferior: findings.wallMotion == .inferior
        case .wallMotionApical: findings.wallMotion == .apical
        case .pacemakerLead: findings.devices.hasPacemakerLead
        case .mitralClips: findings.devices.mitralClips > 0
        case .stentedValve: findings.devices.aorticValve == .stented
        case .surgicalValve: findings.devices.aorticValve == .surgical
        case .mitralRing: findings.devices.hasMitralRing
        default: grade(in: findings).map { $0 > .normal }
        }
    }

    /// How far a stated number may lie from the true one: half of a range of five and its rounding for percent and
    /// mmHg, half a tenth for centimeters, nothing for a count.
    fileprivate var slack: Double {
        switch self {
        case .ejectionFraction, .pulmonaryPressure: 3
        case .leftVentricleDiameter, .wallThickness: 0.051
        default: 0
        }
    }
}
