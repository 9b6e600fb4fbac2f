public import EchoCore

/// One entry of a ranking.
public struct SearchHit: Sendable, Equatable, Codable {
    /// Its place in the whole ranking, from 1.
    public let rank: Int
    /// The cosine, −1...1.
    public let score: Float
    /// The share of all considered that score lower, ties counting half; percent, 0...100.
    public let percentile: Double
    /// Its study.
    public let study: StudyID
    /// The clip, where clips are ranked.
    public let clip: ClipID?
    /// The sentence, where sentences are ranked.
    public let caption: CaptionID?
}
