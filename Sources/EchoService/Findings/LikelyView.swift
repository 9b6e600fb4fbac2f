public import EchoCore
import EchoReading

/// The view that a clip's frames come nearest to, by the sentences of a prompt set about views.
public struct LikelyView: Sendable, Encodable {
    /// Which clip.
    public let clip: ClipID
    /// Which prompt set.
    public let set: String
    /// The category with the highest score.
    public let view: String
    /// The mean cosine with its sentences.
    public let score: Float
    /// By how much it passes the second's; `nil` where there is no second.
    public let margin: Float?

    /// Puts the set to one clip of a study.
    ///
    /// - Returns: `nil` for a kind of clip, or a named view, that the set is not put to.
    /// - Throws: `ReadingError`.
    init?(of clip: ClipVectors, in study: StudyID, by prompts: EncodedPromptSet) throws {
        let alone = StudyVectors(study: study, clips: [clip])
        guard let scored = try StudyScore(prompts, study: alone) else { return nil }
        let ranked = Ranking(Array(scored.categories.enumerated()), by: \.element.score, id: \.offset)
            .items.map(\.element)
        guard let best = ranked.first else { return nil }
        self.clip = clip.clip
        set = prompts.set.name
        view = best.category
        score = best.score
        margin = ranked.dropFirst().first.map { best.score - $0.score }
    }
}
