/// What a metric should reach on held-out patients of the simulator.
public struct Goal: Sendable, Equatable {
    /// Which side of the limit is good.
    public enum Direction: String, Sendable, Codable {
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    /// Whether a goal was reached.
    public enum Verdict: String, Sendable, Codable {
        case met
        case missed
        case notMeasured = "not_measured"
    }

    /// Which metric.
    public let metric: String
    /// Which side is good.
    public let direction: Direction
    /// The limit, in the metric's unit.
    public let limit: Double

    /// Compares the value, not its interval.
    public func verdict(_ outcome: Outcome?) -> Verdict {
        guard let value = outcome?.value else { return .notMeasured }
        switch direction {
        case .atLeast: return value >= limit ? .met : .missed
        case .atMost: return value <= limit ? .met : .missed
        }
    }

    private static func atLeast(_ limit: Double, _ metric: String) -> Goal {
        Goal(metric: metric, direction: .atLeast, limit: limit)
    }

    private static func atMost(_ limit: Double, _ metric: String) -> Goal {
        Goal(metric: metric, direction: .atMost, limit: limit)
    }

    /// The goals on 500 held-out simulated patients with two studies each.
    ///
    /// - Source: EchoSeek issue 3, section 3.
    public static let heldOutPhantoms: [Goal] = [
        atLeast(0.98, "pacemaker.auc"), atLeast(0.96, "mitral_clip.auc"), atLeast(0.96, "stented_valve.auc"),
        atLeast(0.97, "effusion.auc"), atLeast(0.93, "lv_dilation.severe.auc"),
        atLeast(0.93, "la_dilation.severe.auc"), atLeast(0.93, "rv_dilation.severe.auc"),
        atLeast(0.93, "ra_dilation.severe.auc"), atMost(6, "ef.mae.motion"), atMost(8, "ef.mae.repo"),
        atLeast(0.99, "identity.auc"), atLeast(0.80, "identity.r_at_1"),
        atLeast(0.90, "transitions.device.auc"), atLeast(0.90, "transitions.surgery.auc"),
        atLeast(0.40, "retrieval.r_at_10"), atMost(3, "retrieval.mean_rank_share"),
        atMost(0, "shortcuts.rank_changes"), atMost(0.55, "shortcuts.auc.tags_only.highest"),
    ]
}
