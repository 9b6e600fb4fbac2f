/// A grade's words.
enum GradeWords {
    /// Slots `adv` and `adj` (mildly, mild), and `a` for the adjective with its article.
    static func slots(_ grade: Severity, in style: WritingStyle? = nil) -> [String: String] {
        switch grade {
        case .normal: ["adv": "normally", "adj": "normal", "ab": "normal", "size": "no"]
        case .mild:
            [
                "adv": "[mildly|mildly|slightly]", "adj": "[mild|mild|slight]", "ab": "[mild|mildly]",
                "size": "small",
            ]
        case .moderate:
            [
                "adv": "moderately", "adj": "moderate", "ab": "[mod|moderate|moderately]",
                "size": "[moderate|moderate-sized|medium-sized]",
            ]
        case .severe:
            [
                "adv": "[severely|severely|severely|markedly]", "adj": "[severe|severe|severe|marked]",
                "ab": "[sev|severe|severely]", "size": "large",
            ]
        }
    }
}
