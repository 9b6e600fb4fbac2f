/// A job's files by the state in which they ended.
public struct JobCounts: Sendable, Hashable, Codable {
    /// Files whose vectors were stored.
    public var embedded = 0
    /// Files whose bytes were known.
    public var duplicate = 0
    /// Files that are no clips.
    public var skipped = 0
    /// Files that could not be embedded safely.
    public var quarantined = 0
    /// Files that were never looked at.
    public var cancelled = 0

    /// No file yet.
    public init() {}

    /// Files that have ended.
    public var ended: Int { embedded + duplicate + skipped + quarantined + cancelled }

    /// One end's count.
    public subscript(end: FileEnd) -> Int {
        get { self[keyPath: Self.place(of: end)] }
        set { self[keyPath: Self.place(of: end)] = newValue }
    }

    private static func place(of end: FileEnd) -> WritableKeyPath<JobCounts, Int> {
        switch end {
        case .embedded: \.embedded
        case .duplicate: \.duplicate
        case .skipped: \.skipped
        case .quarantined: \.quarantined
        case .cancelled: \.cancelled
        }
    }
}
