/// A goal and what became of it.
public struct GoalLine: Sendable, Encodable {
    /// Which metric.
    public let metric: String
    /// Which side of the limit is good.
    public let direction: Goal.Direction
    /// The limit, in the metric's unit.
    public let goal: Double
    /// Whether it was reached; `nil` where the metric was not measured.
    public let met: Bool?

    init(_ goal: Goal, _ outcome: Outcome?) {
        metric = goal.metric
        direction = goal.direction
        self.goal = goal.limit
        switch goal.verdict(outcome) {
        case .met: met = true
        case .missed: met = false
        case .notMeasured: met = nil
        }
    }

    private enum CodingKeys: String, CodingKey { case metric, direction, goal, met }

    /// All four keys, `met` null where the metric was not measured.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(metric, forKey: .metric)
        try container.encode(direction, forKey: .direction)
        try container.encode(goal, forKey: .goal)
        try container.encode(met, forKey: .met)
    }
}
