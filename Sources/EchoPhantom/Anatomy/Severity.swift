/// How far a finding is from normal, in the four grades that reports use.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
    /// Within the limits of normal.
    case normal
    /// Just beyond normal.
    case mild
    /// Between mild and severe.
    case moderate
    /// The highest grade.
    case severe

    /// 0 for normal to 3 for severe.
    public var rank: Int {
        switch self {
        case .normal: 0
        case .mild: 1
        case .moderate: 2
        case .severe: 3
        }
    }

    /// Orders by ``rank``.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
