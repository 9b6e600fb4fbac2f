/// That something graded is beyond normal, without saying how far; what people type who look for it.
enum PresenceWords {
    /// `nil` for an attribute without grades.
    static func topic(_ attribute: Attribute) -> Topic? {
        guard let (section, thing, also) = words(attribute) else { return nil }
        return Topic(section, [Claim(attribute, present: true)], patterns, ["thing": thing, "also": also])
    }

    /// The section, the finding's names, and other words to search for it.
    private static func words(_ attribute: Attribute) -> (ReportSectionName, String, String)? {
        switch attribute {
        case .leftVentricleDilation: chamber(.leftVentricle, "left ventricular", "left ventricle|LV")
        case .rightVentricleDilation: chamber(.rightVentricle, "right ventricular", "right ventricle|RV")
        case .leftAtriumDilation: chamber(.leftAtrium, "left atrial", "left atrium|LA")
        case .rightAtriumDilation: chamber(.rightAtrium, "right atrial", "right atrium|RA")
        case .hypertrophy:
            (.leftVentricle, "[left ventricular hypertrophy|LVH]", "thick left ventricular walls")
        case .systolicDysfunction:
            (
                .leftVentricle, "[left ventricular|LV] systolic dysfunction",
                "reduced [ejection fraction|LVEF|LV function]"
            )
        case .rightVentricleDysfunction:
            (.rightVentricle, "[right ventricular|RV] dysfunction", "reduced [right ventricular|RV] function")
        case .mitralRegurgitation: (.mitralValve, "[mitral regurgitation|MR]", "leaky mitral valve")
        case .tricuspidRegurgitation:
            (.tricuspidValve, "[tricuspid regurgitation|TR]", "leaky tricuspid valve")
        case .aorticStenosis:
            (.aorticValve, "[aortic stenosis|aortic valve stenosis|AS]", "narrowed aortic valve")
        case .effusion: (.pericardium, "pericardial effusion", "[effusion|fluid in the pericardium]")
        case .aorticRootDilation: (.aorta, "aortic root {dilation}", "{dilated} aortic root")
        case .pulmonaryPressure: (.pulmonaryPressure, "pulmonary hypertension", "elevated [PASP|RVSP]")
        default: nil
        }
    }

    private static func chamber(
        _ chamber: Chamber, _ adjective: String, _ names: String
    ) -> (ReportSectionName, String, String) {
        (chamber.section, "\(adjective) {dilation}", "{dilated} [\(names)]")
    }

    private static let patterns: Topic.Patterns = [
        .telegram: ["{thing} seen", "{thing} present", "{thing}"],
        .prose: ["There is {thing}", "{thing} is {seen}", "The study shows {thing}"],
        .dictation: ["I see {thing}", "We have {thing} here"],
        .capitals: ["{thing}", "{thing} {seen}"],
        .fields: ["{thing}: [yes|present]"],
        .query: ["{thing}", "{also}", "{thing}", "{also}", "{thing} present"],
        .letter: ["On looking closely {thing} was found"],
    ]
}
