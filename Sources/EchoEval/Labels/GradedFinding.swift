/// A finding in the grades normal, mild, moderate and severe, by the name that metrics and columns have for it.
public enum GradedFinding: String, Sendable, Codable, CaseIterable {
    /// The left ventricle's size.
    case leftVentricleDilation = "lv_dilation"
    /// The left atrium's size.
    case leftAtriumDilation = "la_dilation"
    /// The right ventricle's size.
    case rightVentricleDilation = "rv_dilation"
    /// The right atrium's size.
    case rightAtriumDilation = "ra_dilation"
    /// The left ventricle's wall thickness.
    case hypertrophy = "lv_hypertrophy"
    /// The left ventricle's systolic function.
    case systolicDysfunction = "lv_dysfunction"
    /// The right ventricle's systolic function.
    case rightVentricleDysfunction = "rv_dysfunction"
    /// The pericardial effusion, mild for a small and severe for a large one.
    case effusion
    /// The aortic root's width.
    case aorticRootDilation = "aortic_root_dilation"
    /// Leak of the mitral valve.
    case mitralRegurgitation = "mitral_regurgitation"
    /// Leak of the tricuspid valve.
    case tricuspidRegurgitation = "tricuspid_regurgitation"
    /// Narrowing of the aortic valve.
    case aorticStenosis = "aortic_stenosis"

    /// The prompt sets that ask for it, the first that exists counts.
    public var promptSets: [String] {
        switch self {
        case .systolicDysfunction: ["lv-dysfunction", "lv-function"]
        case .effusion: ["pericardial-effusion", "effusion"]
        case .aorticRootDilation: ["aortic-root", "aortic-root-dilation"]
        default: [rawValue.replacing("_", with: "-")]
        }
    }
}
