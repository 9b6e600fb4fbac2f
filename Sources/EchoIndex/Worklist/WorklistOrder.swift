/// How a worklist is ordered; undated studies stand last, equal days by time, then id, in the same direction.
public enum WorklistOrder: String, Sendable, Codable, CaseIterable {
    /// The latest day first.
    case newest
    /// The earliest day first.
    case oldest
}
