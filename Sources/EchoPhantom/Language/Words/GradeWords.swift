/// A grade's words.
enum GradeWords {
    /// Slots `adv` and `adj` (mildly, mild), `ab` and `abn` for the two where notes are clipped, and `size` for fluid.
    static func slots(_ grade: Severity) -> [String: String] {
        switch grade {
        case .normal: ["adv": "normally", "adj": "normal", "ab": "normally", "abn": "normal", "size": "no"]
        case .mild:
            [
                "adv": "[mildly|mildly|slightly]", "adj": "[mild|mild|slight]", "ab": "mildly", "abn": "mild",
                "size": "small",
            ]
        case .moderate:
            [
                "adv": "moderately", "adj": "moderate", "ab": "[mod|moderately]", "abn": "[mod|moderate]",
                "size": "[moderate|moderate-sized|medium-sized]",
            ]
        case .severe:
            [
                "adv": "[severely|severely|severely|markedly]", "adj": "[severe|severe|severe|marked]",
                "ab": "[sev|severely]", "abn": "[sev|severe]", "size": "large",
            ]
        }
    }
}
