/// A file to work on, and what the caller said of it.
public struct InputFile: Sendable, Equatable {
    /// The path as given, or as found below a folder that was given.
    public let path: String
    /// Whether the caller named the file itself, rather than a folder above it.
    public let isNamed: Bool
    /// What a manifest says of it.
    public let entry: ManifestEntry?
    /// Whether it goes with clips rather than being one: a report beside them, or the run's own table.
    public internal(set) var isCompanion = false
}
