import EchoCore
public import EchoIndex
public import EchoLedger
import EchoReading
import Foundation

/// Runs ingest jobs, one after another, over the one open index.
///
/// A job is acknowledged when its files are on the disk. Each of its files is acknowledged by an event, after the
/// index and the ledger have it; nothing that was acknowledged is lost or embedded again, however the process ends.
/// Work is taken up where it stopped when ``run()`` is called anew.
public actor IngestJobs {
    let index: StudyIndex
    let ledger: Ledger
    let embedder: ClipEmbedder
    let sections: ReportSections
    let folder: ServiceFolder
    let limits: UploadLimits
    let clipsInFlight: Int
    private let open = OpenUploads()
    /// The job that is worked on.
    var current: (job: JobID, work: Task<Bool, any Error>)?
    /// Ends with the next wake.
    var sleeper: Task<Void, Never>?
    /// Whether something happened since the last look.
    var hasNews = false
    /// Grows while the same failure is met.
    var retryPause = RetryPause()
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var lastListener = 0

    /// The longest that a job of another process waits to be seen.
    static let lookInterval = Duration.seconds(1)

    /// Makes the folders, registers the space, and removes uploads that were never acknowledged.
    ///
    /// - Parameters:
    ///   - index: open for writing.
    ///   - ledger: open for writing.
    ///   - workspace: whose model, frames and mask the clips are embedded with.
    /// - Throws: `IndexError/mixedSpace` where the index holds vectors made otherwise; what the model throws.
    public init(
        index: StudyIndex, ledger: Ledger, workspace: Workspace, limits: UploadLimits = .standard
    ) async throws {
        self.index = index
        self.ledger = ledger
        self.limits = limits
        embedder = try workspace.embedder(joining: try await index.spaces()).with(.background)
        sections = try workspace.reportSections()
        folder = workspace.serviceFolder
        clipsInFlight = try workspace.settings.threads() + 1
        try folder.create()
        try await index.registerSpace(embedder.space)
        try await removeForgottenUploads()
    }

    /// Begins an upload; its bytes go to the disk as they come.
    ///
    /// - Throws: ``JobError/busy(retryAfter:)`` where as many are under way, or jobs wait, as may.
    public func beginUpload(by actor: AuditActor) async throws -> JobUpload {
        guard try await ledger.jobCount(in: .queued) < limits.jobsWaiting else {
            throw JobError.busy(retryAfter: .seconds(60))
        }
        // Nobody comes between this look and the folder, which counts.
        guard open.count < limits.openUploads else { throw JobError.busy(retryAfter: .seconds(5)) }
        let job = JobID.random()
        let spool = try SpoolFolder("\(folder.uploads)/\(job.text)", counting: open)
        return JobUpload(job, in: spool, by: actor, limits: limits, ledger: ledger) { await self.wake() }
    }

    /// Ends a job: one that waits or failed at once, one that runs when the files in flight are stored.
    ///
    /// - Parameter actor: who asks for it, for the audit trail.
    /// - Throws: `LedgerError/notFound(_:)`, `LedgerError/wrongState(found:)` for one that is over.
    public func cancel(_ id: JobID, by actor: AuditActor = .local) async throws -> Job {
        let job = try await ledger.askForEnd(of: id, by: actor, at: Date())
        if current?.job == id { current?.work.cancel() }
        wake()
        guard job.state == .cancelled else { return job }
        // What a kill or a failure leaves goes at the next start: the upload's folder is the last that is removed.
        let run = run(of: id)
        try? await Ingest.toTheEnd { try await run.tidy() }
        return job
    }

    /// Lets a failed job wait for its turn again, and tries one at once that is to be tried again by itself.
    ///
    /// - Parameter actor: who asks for it, for the audit trail.
    /// - Throws: `LedgerError/notFound(_:)`, `LedgerError/wrongState(found:)` for any other.
    public func retry(_ id: JobID, by actor: AuditActor = .local) async throws -> Job {
        let job = try await ledger.requeue(id, by: actor, at: Date())
        retryPause = RetryPause()
        wake()
        return job
    }

    /// Jobs by state, for metrics; states without a job are absent.
    public func counts() async throws -> [JobState: Int] { try await ledger.jobCounts() }

    /// Uploads that are under way.
    public var openUploads: Int { open.count }

    func run(of job: JobID) -> JobRun {
        JobRun(
            job: job, index: index, ledger: ledger, embedder: embedder, sections: sections, folder: folder,
            clipsInFlight: clipsInFlight
        ) { await self.tell() }
    }

    /// Uploads of which no job is known were never acknowledged; a job that is over was killed while it tidied.
    private func removeForgottenUploads() async throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.uploads) {
            do {
                let job = try await ledger.job(JobID(name))
                if job.state.isOver { try await run(of: job.id).tidy() }
            } catch LedgerError.notFound {
                try? FileManager.default.removeItem(atPath: "\(folder.uploads)/\(name)")
            }
        }
    }
}
