/// One study's answers to one yes-or-no question.
struct QueryScores: Sendable, Equatable {
    /// The published score over the frames of all used clips: what `ask` ranks by.
    let mean: Double
    /// The highest clip's.
    let best: Double
    /// The mean score minus the negative prompts'; `nil` without negatives.
    let contrast: Double?
}
