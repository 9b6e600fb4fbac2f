public import EchoCore

/// A study as a worklist shows it; patient data.
public struct WorklistStudy: Sendable, Equatable, Codable {
    /// The study, with whether it has a report.
    public let study: StoredStudy
    /// Its clips by kind; kinds of which it has none are absent.
    public let kinds: [ClipKind: Int]
    /// Its files that were left out, by state: copies, what is no clip, what could not be embedded safely.
    public let leftOut: [ItemState: Int]
    /// The same patient's other studies; 0 for an unknown patient.
    public let priorCount: Int
}
