public import EchoCore

/// A sentence of a stored report; patient data.
public struct StoredCaption: Sendable, Equatable, Codable {
    /// Which sentence.
    public let id: CaptionID
    /// Whose report.
    public let study: StudyID
    /// Its place in the report, from 0.
    public let ordinal: Int
    /// The section it stands in.
    public let section: String
    /// Its words.
    public let text: String
}
