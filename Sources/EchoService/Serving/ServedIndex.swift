public import EchoIndex
public import EchoLedger
import EchoCore
public import EchoReading

/// What one server process holds: the index, open for writing, its models with their queues, and its own state.
///
/// It alone has the index's writer lock while it serves; other processes may read.
public struct ServedIndex: Sendable {
    /// The settings, with each model loaded once.
    public let workspace: Workspace
    /// The studies.
    public let index: StudyIndex
    /// Jobs, keys, the audit trail, verdicts.
    public let ledger: Ledger
    /// What takes uploads in.
    public let jobs: IngestJobs
    /// Films and pictures of clips.
    public let media: ClipMedia
    /// Every prompt set put to every study.
    public let findings: FindingsBoard
    /// How much may be sent, and how much of the disk stays free.
    public let limits: UploadLimits
    /// Where the state is.
    public let folder: ServiceFolder
    /// The report's sections.
    public let sections: ReportSections
    /// Where the content's digest is remembered.
    public let snapshots = SnapshotDigests()
    private let ownSpace: EmbeddingSpace

    /// Opens the index that the settings name, making it if there is none, and loads the model.
    ///
    /// - Throws: `IndexError/busy` where another process writes; `LedgerError`, `ModelError`, `ServiceError`.
    public static func open(_ workspace: Workspace, limits: UploadLimits = .standard) async throws
        -> ServedIndex
    {
        let serving = try workspace.serving()
        let index = try await serving.openIndex(for: .write)
        do {
            let folder = serving.serviceFolder
            try folder.create()
            let ledger = try await serving.openLedger(for: .write)
            let jobs = try await IngestJobs(
                index: index, ledger: ledger, workspace: serving, limits: limits)
            return ServedIndex(
                workspace: serving, index: index, ledger: ledger, jobs: jobs,
                media: try ClipMedia(index: index, folder: folder),
                findings: FindingsBoard(index: index, workspace: serving), limits: limits, folder: folder,
                sections: try serving.reportSections(), ownSpace: jobs.embedder.space)
        } catch {
            try? await index.close()
            throw error
        }
    }

    private init(
        workspace: Workspace, index: StudyIndex, ledger: Ledger, jobs: IngestJobs, media: ClipMedia,
        findings: FindingsBoard, limits: UploadLimits, folder: ServiceFolder, sections: ReportSections,
        ownSpace: EmbeddingSpace
    ) {
        self.workspace = workspace
        self.index = index
        self.ledger = ledger
        self.jobs = jobs
        self.media = media
        self.findings = findings
        self.limits = limits
        self.folder = folder
        self.sections = sections
        self.ownSpace = ownSpace
    }

    /// The index's spaces; before the first ingest, the one that the chosen model will make.
    ///
    /// - Throws: `IndexError`.
    public func spaces() async throws -> [EmbeddingSpace] {
        let own = try await index.spaces()
        return own.isEmpty ? [ownSpace] : own
    }

    /// Gives the lock back.
    public func close() async throws {
        try await index.close()
        try ledger.close()
    }
}
