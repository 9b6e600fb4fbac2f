/// Another study of the same patient.
public struct PriorStudy: Sendable, Equatable, Codable {
    /// The study.
    public let study: StoredStudy
    /// Whether it was made after the one asked about; false where either has no date.
    public let isLater: Bool
}
