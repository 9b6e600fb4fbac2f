public import EchoCore

/// What the index knows of a file before any work is done on it.
public enum Sighting: Sendable, Equatable {
    /// Nothing.
    case new
    /// The same bytes are known and have vectors in the space asked about.
    case duplicateContent(ClipID)
    /// Other bytes with the same SOP Instance UID are known: ingest it as a clip of its own, and say so.
    case sameUIDOtherContent(ClipID)
    /// The same bytes are known and have no vectors in the space asked about.
    case needsEmbedding(ClipID)
    /// The same bytes were skipped or quarantined before: report the same again, or try again if told to.
    case leftOut(LeftOutFile)
}
