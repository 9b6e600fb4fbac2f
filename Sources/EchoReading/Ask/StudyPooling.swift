/// How a study's clips become one score.
public enum StudyPooling: String, Sendable, Codable, CaseIterable {
    /// The published formula over the frames of all used clips together.
    case mean
    /// The published formula on each clip, and the highest of them.
    case best
}
