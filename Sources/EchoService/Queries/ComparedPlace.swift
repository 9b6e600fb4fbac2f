/// Which of two studies, in the order in which the caller named them.
public enum ComparedPlace: String, Sendable, CaseIterable {
    /// The study that the other is compared with.
    case first
    /// The other one.
    case second
}
