internal import EchoCore  // absent values as null

/// What a draft may say, and when it says nothing.
public struct DraftOptions: Sendable, Equatable, Codable {
    /// At most so many sentences a section, at least 1.
    public var sentencesPerSection = 1
    /// Sections whose best caption scores less stay empty; `nil` for no minimum, since a score has no
    /// absolute meaning until a site has calibrated it.
    public var minimumScore: Float?
    /// Sections whose best caption is less far above the section's median stay empty; `nil` for no minimum.
    public var minimumMargin: Float?
    /// Studies with fewer B-mode clips get no sentence at all, at least 1.
    public var minimumClips = DraftOptions.leastClips

    /// Ours: one clip shows one view, and a report speaks of the whole heart.
    public static let leastClips = 2

    /// One sentence a section, no minimums but the clips'.
    public init() {}

    private enum CodingKeys: String, CodingKey {
        case sentencesPerSection = "sentences_per_section"
        case minimumScore = "minimum_score"
        case minimumMargin = "minimum_margin"
        case minimumClips = "minimum_clips"
    }
}
