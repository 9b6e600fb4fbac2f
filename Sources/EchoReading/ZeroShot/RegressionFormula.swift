/// How ranked prompts become a number; the two published ways differ.
public enum RegressionFormula: String, Sendable, Codable, CaseIterable {
    /// The values ranked by each frame are averaged over the frames rank by rank, then the median of the
    /// top fifth is taken. Source: `compute_regression_metric`, echonet/echo_CLIP, `utils.py`.
    case repo
    /// Each frame's median of its top fifth, averaged over the frames. Source: arXiv 2308.15670, Methods;
    /// there the frames are a clip's first 10.
    case paper

    /// The paper's number of frames, for ``EstimateOptions/framesPerClip``.
    public static let paperFrames = 10
}
