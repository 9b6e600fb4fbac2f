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
        /// No caption for the section, or none that may be taken over.
        case noCaption = "no-caption"
        /// The best score is under the minimum.
        case scoreBelow = "score-below-minimum"
        /// The best score does not stand out.
        case marginBelow = "margin-below-minimum"
        /// The section is not filled from captions.
        case notFromCaptions = "not-from-captions"
    }

    /// For scripts.
    public let code: Code
    /// For people: found, and expected.
    public let reason: String
}
