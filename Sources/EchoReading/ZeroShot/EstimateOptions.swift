/// How an estimate is made, and when it is not.
public struct EstimateOptions: Sendable, Equatable {
    /// Which published formula.
    public var formula = RegressionFormula.repo
    /// Takes only the first frames of each clip; `nil` takes all that the model was shown.
    public var framesPerClip: Int?
    /// With fewer frames in all there is no estimate, at least 1.
    public var minimumFrames = EstimateOptions.leastFrames
    /// With fewer usable clips there is no estimate, at least 1.
    public var minimumClips = 1

    /// Half of the paper's 10 frames.
    ///
    /// Ours: below it a single odd frame decides the median.
    public static let leastFrames = 5

    /// The repository's formula over every frame.
    public init(formula: RegressionFormula = .repo) { self.formula = formula }
}
