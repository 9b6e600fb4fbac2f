/// How a study's frames become a number.
public enum EstimateFormula: String, Sendable, Codable, CaseIterable {
    /// ``RegressionFormula/repo``: ranked prompts, by the published code.
    case repo
    /// ``RegressionFormula/paper``: ranked prompts, by the paper's text.
    case paper
    /// The model's own ``MotionReadout``: no prompts, but how the frames of a clip differ.
    case motion

    /// The way of ranking prompts; `nil` for a readout, which has no prompts.
    public var ranking: RegressionFormula? { RegressionFormula(rawValue: rawValue) }

    /// A way of ranking prompts.
    public init(_ ranking: RegressionFormula) {
        switch ranking {
        case .repo: self = .repo
        case .paper: self = .paper
        }
    }
}
