/// Where the right answer stands among wrong ones with the same score.
public enum TieRule: String, Sendable, Codable, CaseIterable {
    /// Before them: 1 + how many score higher; the published figures' rule, which flatters.
    case optimistic
    /// After them: 1 + how many score at least as high.
    case pessimistic

    /// The rank, from 1.
    package func rank(higher: Int, equal: Int) -> Double {
        switch self {
        case .optimistic: Double(1 + higher)
        case .pessimistic: Double(1 + higher + equal)
        }
    }
}
