/// That a reading gives no answer, and why.
public struct Abstention: Sendable, Equatable, Codable {
    /// The reason for scripts.
    public enum Code: String, Sendable, Codable, CaseIterable {
        /// No B-mode clip of an accepted view has the vectors that are needed.
        case noUsableClip = "no-usable-clip"
        /// Fewer clips than the minimum.
        case tooFewClips = "too-few-clips"
        /// Fewer frames than the minimum.
        case tooFewFrames = "too-few-frames"
        /// Nothing was found to say.
        case noCaption = "no-caption"
        /// The best score is under the minimum.
        case scoreBelow = "score-below-minimum"
        /// The best score does not stand out.
        case marginBelow = "margin-below-minimum"
    }

    /// For scripts.
    public let code: Code
    /// For people: found, and expected.
    public let reason: String
}
