package import EchoCore

/// What a deletion removed.
public struct Deletion: Sendable, Equatable, Codable {
    /// Clips with their vectors.
    public let clips: Int
    /// Sentences of the report.
    public let captions: Int
    /// Files left out that belonged to the study or repeated its clips.
    public let leftOut: Int
    /// Whether the patient had no other study and went too.
    public let patient: Bool
    /// Whether the log that held the old pages is gone as well; false while another process reads from it, and
    /// then it goes with the next deletion or when the last process closes the index.
    public internal(set) var isOverwritten = true
    /// The bytes of those clips' files, for whoever keeps the files; not told to others.
    package internal(set) var contents: [ContentHash] = []

    private enum CodingKeys: CodingKey { case clips, captions, leftOut, patient, isOverwritten }
}
