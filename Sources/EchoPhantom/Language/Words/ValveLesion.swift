/// A valve's fault that is graded.
enum ValveLesion: Sendable, CaseIterable {
    case mitralRegurgitation
    case tricuspidRegurgitation
    case aorticStenosis

    /// What the grade is of.
    var attribute: Attribute {
        switch self {
        case .mitralRegurgitation: .mitralRegurgitation
        case .tricuspidRegurgitation: .tricuspidRegurgitation
        case .aorticStenosis: .aorticStenosis
        }
    }

    /// Where a report speaks of it.
    var section: ReportSectionName {
        switch self {
        case .mitralRegurgitation: .mitralValve
        case .tricuspidRegurgitation: .tricuspidValve
        case .aorticStenosis: .aorticValve
        }
    }

    /// Slots `lesion`, `short`, `valve`, `healthy`, `affected`, `what` and `bare`.
    var slots: [String: String] {
        switch self {
        case .mitralRegurgitation: Self.leak("mitral", short: "MR")
        case .tricuspidRegurgitation: Self.leak("tricuspid", short: "TR")
        case .aorticStenosis:
            [
                "lesion": "aortic [valve|] stenosis", "short": "AS", "valve": "aortic valve",
                "healthy": "[opens well|opens freely|is not narrowed]", "affected": "[stenotic|narrowed]",
                "what": "narrowing", "bare": "stenosis",
            ]
        }
    }

    private static func leak(_ valve: String, short: String) -> [String: String] {
        [
            "lesion": "\(valve) [valve|] [regurgitation|regurgitation|insufficiency]", "short": short,
            "valve": "\(valve) valve",
            "healthy": "[is competent|does not leak|closes well|closes completely]",
            "affected": "[leaky|regurgitant|incompetent]", "what": "leak",
            "bare": "[regurgitation|insufficiency]",
        ]
    }
}
