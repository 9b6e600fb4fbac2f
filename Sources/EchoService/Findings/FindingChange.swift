public import EchoReading
import EchoCore

/// Two studies' answers to one prompt set, to be looked at side by side; no statement that anything changed.
public struct FindingChange: Sendable, Encodable {
    /// Which prompt set.
    public let set: String
    /// What people call it.
    public let title: String
    /// What its answer looks like.
    public let kind: PromptKind
    /// The first study's score; `nil` where the set cannot be put to it.
    public let firstScore: Float?
    /// The second's.
    public let secondScore: Float?
    /// The first study's percentile.
    public let firstPercentile: Double?
    /// The second's.
    public let secondPercentile: Double?
    /// Second minus first.
    public let delta: Float?

    init(_ set: PromptSet, first: StudyFinding?, second: StudyFinding?) {
        self.set = set.name
        title = set.title
        kind = set.kind
        firstScore = first?.score
        secondScore = second?.score
        firstPercentile = first?.percentile
        secondPercentile = second?.percentile
        delta = first.flatMap { one in second.map { $0.score - one.score } }
    }
}
