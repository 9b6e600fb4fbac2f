/// The one state in which an input file ends.
public enum ItemState: String, Sendable, Codable, CaseIterable {
    /// Its vectors are stored.
    case embedded
    /// Its bytes were already known.
    case duplicate
    /// It is not a clip, or was not wanted.
    case skipped
    /// It is a clip that could not be embedded safely.
    case quarantined
}
