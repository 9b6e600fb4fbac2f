/// By which way a number is read off a study.
public enum NumberReadout: String, Sendable, Codable, CaseIterable {
    /// Prompt ranking as the published code has it, over every frame.
    case repo
    /// Prompt ranking as the paper has it, over each clip's first 10 frames.
    case paper
    /// The model's own readout from the mean and the spread over frames.
    case motion
}
