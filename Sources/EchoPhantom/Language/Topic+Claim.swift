extension Topic {
    /// What to say to make one claim, and no other but what goes with it; none for a claim that no sentence makes.
    static func making(_ claim: Claim) -> [Topic] {
        if let grade = claim.grade { return Self.graded(claim.attribute, grade) }
        if let isThere = claim.present { return Self.presence(claim.attribute, isThere) }
        return claim.value.map { Self.number(claim.attribute, $0) } ?? []
    }

    /// Whether two topics speak of the same thing, or of things that hang together, such as a function and its
    /// percentage.
    func touches(_ other: Topic) -> Bool {
        section == other.section || !attributes.isDisjoint(with: other.attributes)
    }

    private var attributes: Set<Attribute> { Set(claims.map(\.attribute)) }

    private static func graded(_ attribute: Attribute, _ grade: Severity) -> [Topic] {
        if let chamber = Chamber.allCases.first(where: { $0.dilation == attribute }) {
            return [SizeWords.topic(chamber, grade)]
        }
        if let lesion = ValveLesion.allCases.first(where: { $0.attribute == attribute }) {
            return [LesionWords.topic(lesion, grade)]
        }
        return switch attribute {
        case .systolicDysfunction: [FunctionWords.left(grade)]
        case .rightVentricleDysfunction: [FunctionWords.right(grade)]
        case .hypertrophy: [ThicknessWords.topic(grade)]
        case .effusion: [EffusionWords.topic(grade)]
        case .aorticRootDilation: [RootWords.topic(grade)]
        case .pulmonaryPressure: [PressureWords.grade(grade)]
        default: []
        }
    }

    private static func presence(_ attribute: Attribute, _ isThere: Bool) -> [Topic] {
        switch attribute {
        case .pacemakerLead: [PacemakerWords.topic(isThere: isThere)]
        case .mitralClips: [isThere ? ClipWords.some : ClipWords.count(0)]
        case .stentedValve: [ProsthesisWords.stented(isThere: isThere)]
        case .surgicalValve: [ProsthesisWords.surgical(isThere: isThere)]
        case .mitralRing: [RingWords.topic(isThere: isThere)]
        case .wallMotionUniform: [isThere ? WallMotionWords.topic(.uniform) : WallMotionWords.anywhere]
        case .wallMotionAnterior: isThere ? [WallMotionWords.topic(.anterior)] : []
        case .wallMotionInferior: isThere ? [WallMotionWords.topic(.inferior)] : []
        case .wallMotionApical: isThere ? [WallMotionWords.topic(.apical)] : []
        default: isThere ? PresenceWords.topic(attribute).map { [$0] } ?? [] : graded(attribute, .normal)
        }
    }

    private static func number(_ attribute: Attribute, _ value: Double) -> [Topic] {
        switch attribute {
        case .ejectionFraction: [EjectionFractionWords.exact(value)]
        case .leftVentricleDiameter: [DiameterWords.diameter(value)]
        case .wallThickness: [DiameterWords.thickness(value)]
        case .pulmonaryPressure: [PressureWords.value(value)]
        case .mitralClips: value == 0 ? [ClipWords.count(0)] : [ClipWords.count(Int(value))]
        default: []
        }
    }
}
