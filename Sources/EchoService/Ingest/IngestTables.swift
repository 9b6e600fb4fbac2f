/// The tables that a run was given, read before anything is changed: a fault in one leaves no trace.
public struct IngestTables: Sendable {
    let manifest: Manifest?
    let reports: [ReportIngest.Row]

    /// A manifest that was read before.
    init(_ manifest: Manifest?) {
        self.manifest = manifest
        reports = []
    }

    /// Reads both.
    ///
    /// - Throws: ``ServiceError/table(problem:line:)``.
    public init(_ options: IngestOptions) throws {
        manifest = try options.manifest.map { try Manifest(path: $0) }
        reports = try options.reports.map { try ReportIngest.read(table: $0) } ?? []
    }
}
