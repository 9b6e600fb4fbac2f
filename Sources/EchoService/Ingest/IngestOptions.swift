/// What to ingest, and how.
public struct IngestOptions: Sendable {
    /// Files and folders.
    public var paths: [String]
    /// A table of files and what is known of them.
    public var manifest: String?
    /// A table of reports, `study,text`.
    public var reports: String?
    /// Whether files that were left out before are tried again.
    public var retriesLeftOut = false
    /// A folder below which the index keeps paths without it, so that the two can be moved together.
    var base: String?
    /// Clips worked on at once; their frames share the encoder's places.
    public var clipsInFlight: Int

    /// The tables among the files.
    var tables: [String] { [manifest, reports].compactMap { $0 } }

    /// Takes the parts; `clipsInFlight` is at least 1.
    public init(paths: [String], manifest: String? = nil, reports: String? = nil, clipsInFlight: Int) {
        precondition(clipsInFlight > 0, "\(clipsInFlight) clips in flight never land")
        self.paths = paths
        self.manifest = manifest
        self.reports = reports
        self.clipsInFlight = clipsInFlight
    }
}
