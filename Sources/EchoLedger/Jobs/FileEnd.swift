/// The one state in which a file of a job ends.
public enum FileEnd: String, Sendable, Codable, CaseIterable {
    /// Its vectors are in the index.
    case embedded
    /// The index knew its bytes, or an earlier file of the job has them.
    case duplicate
    /// It is no clip.
    case skipped
    /// It could not be embedded safely.
    case quarantined
    /// Its job was cancelled before its turn.
    case cancelled
}
