import EchoCore
import EchoIndex
package import EchoLedger
import Foundation

extension IngestJobs {
    /// Runs jobs as they come, begun ones first, until the task is cancelled.
    ///
    /// Then the files in flight are stored, and the job goes on with the next call, in this process or another.
    ///
    /// - Throws: what the ledger throws for good, such as for a damaged file.
    public func run() async throws {
        while !Task.isCancelled {
            do {
                if let job = try await ledger.nextJob() {
                    try await work(on: job)
                } else {
                    await pause(Self.lookInterval)
                }
            } catch let error as any EchoFailure where error.report.kind.passes {
                await pause(RetryPause.shortest)
            } catch LedgerError.cancelled where Task.isCancelled {
                return
            }
        }
    }

    /// Works until no job waits, for a caller who wants the end.
    package func runAll() async throws {
        while !Task.isCancelled, let job = try await ledger.nextJob() { try await work(on: job) }
    }

    /// Works on a job as far as it goes; one that was ended since it was looked up is passed over.
    package func work(on job: Job) async throws {
        if job.isCancelling { return try await close(job.id, as: .cancelled, .cancelled) }
        guard try await ledger.begin(job.id, at: Date()) else { return }
        tell()
        let run = run(of: job.id)
        let work = Task { try await run.run() }
        current = (job.id, work)
        let result = await withTaskCancellationHandler {
            await work.result
        } onCancel: {
            work.cancel()
        }
        current = nil
        switch result {
        case .success(let isWhole):
            if isWhole { return try await close(job.id, as: .finished, .finished) }
            if try await asksForEnd(job.id) { try await close(job.id, as: .cancelled, .cancelled) }
        case .failure(let error): try await fail(job.id, error)
        }
    }

    private func asksForEnd(_ id: JobID) async throws -> Bool {
        let ledger = ledger
        return try await Ingest.toTheEnd { try await ledger.job(id).isCancelling }
    }

    /// The disk is tidied first: who is killed between the two does it again.
    private func close(_ id: JobID, as state: JobState, _ kind: JobEvent.Kind) async throws {
        let run = run(of: id)
        try await Ingest.toTheEnd { try await run.tidy() }
        _ = try await ledger.enter(state, kind, of: id, at: Date())
        tell()
    }

    /// What passes by itself is tried again; the rest waits for a person.
    private func fail(_ id: JobID, _ error: any Error) async throws {
        if Task.isCancelled { return }
        if try await asksForEnd(id) { return try await close(id, as: .cancelled, .cancelled) }
        let report =
            (error as? any EchoFailure)?.report
            ?? FailureReport(
                "jobs.unknown", .defect, reason: "The ingest failed in a way that is not known.",
                remedy: "Report a defect, with the server's log.")
        guard report.kind.passes else {
            _ = try await ledger.enter(.failed, .failed, of: id, failure: report, at: Date())
            return tell()
        }
        let waiting = try await ledger.enter(.running, .waiting, of: id, failure: report, at: Date())
        tell()
        await pause(retryPause.next(for: waiting))
    }

    /// Waits for some time, or until something happens.
    private func pause(_ time: Duration) async {
        guard !hasNews else { return hasNews = false }
        let sleeper = Task<Void, Never> { try? await Task.sleep(for: time) }
        self.sleeper = sleeper
        await withTaskCancellationHandler {
            await sleeper.value
        } onCancel: {
            sleeper.cancel()
        }
        self.sleeper = nil
        hasNews = false
    }

    /// Somebody sent files, or changed a job.
    func wake() {
        hasNews = true
        sleeper?.cancel()
        tell()
    }
}
