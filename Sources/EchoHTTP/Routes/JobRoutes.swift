import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Ingest jobs: the list, one of them, its end, its second try, and its events as they come.
struct JobRoutes: Sendable {
    let served: ServedIndex
    let trail: Trail
    let gate: Gate

    var routes: [Route] {
        [
            .get("/v1/jobs", .read, list), .get("/v1/jobs/{job}", .read, show),
            .delete("/v1/jobs/{job}", .write, cancel), .post("/v1/jobs/{job}/retry", .write, retry),
            .get("/v1/jobs/{job}/events", .read, events),
        ]
    }

    private func list(_ request: Request, _ context: EchoContext) async throws -> Response {
        let query = try Query(request)
        let page = try query.page()
        let state = try query.choice("state", as: JobState.self)
        let jobs = try await served.ledger.jobs(in: state, offset: page.offset, limit: page.limit)
        return try Reply.json(
            Listing(jobs, total: try await served.ledger.jobCount(in: state), page: page))
    }

    private func show(_ request: Request, _ context: EchoContext) async throws -> Response {
        let id = try id(context)
        let job = try await served.ledger.job(id)
        let files = try await served.ledger.files(of: id)
        try await trail.note(.view, by: context.caller, job: id, count: files.count)
        return try Reply.json(JobReply(job: job, files: files))
    }

    private func cancel(_ request: Request, _ context: EchoContext) async throws -> Response {
        let id = try await changeable(context)
        return try Reply.json(try await served.jobs.cancel(id, by: context.caller.actor))
    }

    private func retry(_ request: Request, _ context: EchoContext) async throws -> Response {
        let id = try await changeable(context)
        let job = try await served.jobs.retry(id, by: context.caller.actor)
        return try Reply.json(job, status: .accepted)
    }

    /// A job that the caller may end or try again: its own; with the scope admin any.
    ///
    /// - Throws: ``HTTPFailure/othersJob``, which the audit trail knows of; `LedgerError/notFound(_:)`.
    private func changeable(_ context: EchoContext) async throws -> JobID {
        let caller = context.caller
        let job = try await served.ledger.job(try id(context))
        guard job.actor == caller.actor || caller.scope == .admin else {
            throw try await trail.refusal(.othersJob, of: caller, job: job.id)
        }
        return job.id
    }

    private func events(_ request: Request, _ context: EchoContext) async throws -> Response {
        let id = try id(context)
        let job = try await served.ledger.job(id)
        try await trail.note(.view, by: context.caller, job: id, count: job.fileCount)
        let asked = try request.headers[.lastEventID] ?? Query(request).text("after")
        let after = asked.flatMap { Int($0) } ?? 0
        let (gate, caller, session) = (gate, context.caller, Gate.session(of: request))
        return EventStream.response(of: served.jobs.events(of: id, after: max(0, after))) {
            (try? await gate.stillKnows(caller, session: session, at: Date())) ?? false
        }
    }

    private func id(_ context: EchoContext) throws -> JobID { JobID(try context.parameter("job")) }
}

/// A job, and how its files ended.
struct JobReply: Encodable {
    let job: Job
    let files: [JobFile]

    private enum Keys: String, CodingKey { case files }

    func encode(to encoder: any Encoder) throws {
        try job.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(files, forKey: .files)
    }
}
