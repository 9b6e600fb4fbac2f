import EchoPhantom

/// A study's findings on a line of `truth.ndjson`; each may be missing.
struct TruthFindings: Decodable {
    struct Devices: Decodable {
        let hasPacemakerLead: Bool?
        let mitralClips: Int?
        let aorticValve: AorticValve?
        let hasMitralRing: Bool?
    }

    let ejectionFraction: Double?
    let pulmonaryPressure: Double?
    let leftVentricleDilation: Severity?
    let leftAtriumDilation: Severity?
    let rightVentricleDilation: Severity?
    let rightAtriumDilation: Severity?
    let hypertrophy: Severity?
    let systolicDysfunction: Severity?
    let rightVentricleDysfunction: Severity?
    let effusion: Severity?
    let aorticRootDilation: Severity?
    let mitralRegurgitation: Severity?
    let tricuspidRegurgitation: Severity?
    let aorticStenosis: Severity?
    let devices: Devices?

    /// Puts what is known into a study's labels.
    func fill(_ study: inout LabelledStudy) {
        study.numbers[.ejectionFraction] = ejectionFraction
        study.numbers[.pulmonaryPressure] = pulmonaryPressure
        for finding in GradedFinding.allCases { study.grades[finding] = grade(finding) }
        study.flags[.pacemaker] = devices?.hasPacemakerLead
        study.flags[.mitralClip] = devices?.mitralClips.map { $0 > 0 }
        study.flags[.stentedValve] = devices?.aorticValve.map { $0 == .stented }
        study.flags[.surgicalValve] = devices?.aorticValve.map { $0 == .surgical }
        study.flags[.mitralRing] = devices?.hasMitralRing
    }

    private func grade(_ finding: GradedFinding) -> Severity? {
        switch finding {
        case .leftVentricleDilation: leftVentricleDilation
        case .leftAtriumDilation: leftAtriumDilation
        case .rightVentricleDilation: rightVentricleDilation
        case .rightAtriumDilation: rightAtriumDilation
        case .hypertrophy: hypertrophy
        case .systolicDysfunction: systolicDysfunction
        case .rightVentricleDysfunction: rightVentricleDysfunction
        case .effusion: effusion
        case .aorticRootDilation: aorticRootDilation
        case .mitralRegurgitation: mitralRegurgitation
        case .tricuspidRegurgitation: tricuspidRegurgitation
        case .aorticStenosis: aorticStenosis
        }
    }
}
