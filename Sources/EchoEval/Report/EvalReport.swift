public import EchoService

/// What an evaluation found, ready to be written.
public struct EvalReport: Sendable {
    /// What was measured.
    public let measured: EvalProtocol
    /// The metrics, slices, matrices, rules and figures.
    public let part: EvalPart
    /// How many labelled studies were evaluated.
    public let studies: Int
    /// Of how many patients.
    public let patients: Int
    /// Labelled studies that the index does not hold.
    public let unmatched: Int
    /// The split that was evaluated; `nil` for all.
    public let split: String?
    /// Where the draws start, and how many there are.
    public let bootstrap: PatientBootstrap
    /// What was checked against the training data.
    public let trainingCheck: String
    /// The models behind the vectors, each once.
    public let stamps: [ModelStamp]

    /// Every goal whose protocol ran, in the order.
    public var goals: [GoalLine] {
        Goal.heldOutPhantoms.filter { part.metrics[$0.metric] != nil }
            .map { GoalLine($0, part.metrics[$0.metric]) }
    }
}
