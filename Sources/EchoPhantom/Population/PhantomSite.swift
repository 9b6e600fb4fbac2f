/// A made-up laboratory; each has a scanner style of its own.
public enum PhantomSite: String, Sendable, Codable, CaseIterable {
    case first = "site-a"
    case second = "site-b"
    case third = "site-c"
    case fourth = "site-d"

    /// From 0, as ``StudyTruth/site``'s order.
    public var index: Int {
        switch self {
        case .first: 0
        case .second: 1
        case .third: 2
        case .fourth: 3
        }
    }
}
