public import EchoCore

/// How a question is put.
public struct AskOptions: Sendable, Equatable {
    /// How many results, at least 1.
    public var limit = 10
    /// How many of the highest are passed over, for pages.
    public var offset = 0
    /// How a study's clips become one score.
    public var pooling = StudyPooling.mean
    /// Of a categorical set, which category to rank by; `nil` for the most severe.
    public var category: String?
    /// The weights the vectors are of, to find the set's threshold; `nil` for no verdict.
    public var weights: ContentHash?

    /// The ten highest by the mean over frames.
    public init(limit: Int = 10) { self.limit = limit }
}
