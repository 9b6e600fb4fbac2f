import EchoCore
import EchoIndex
import EchoLedger
import EchoReading
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Questions to the archive: searches, device queries, estimates, comparisons.
struct ReadingRoutes: Sendable {
    let served: ServedIndex
    let trail: Trail
    let clips: SentClips
    let crowd: Crowd

    var routes: [Route] {
        [
            .post("/v1/search", .read, question(limit: JSONBodies.clipLimit, search)),
            .post("/v1/ask", .read, question(ask)), .post("/v1/estimate", .read, question(estimate)),
            .post("/v1/compare", .read, question(compare)),
            .get("/v1/prompts", .read, prompts), .get("/v1/prompts/{set}", .read, promptSet),
            .get("/v1/studies/{study}/priors", .read) { request, context in
                try await crowd.within { try await priors(request, context) }
            },
            .get("/v1/studies/{study}/findings", .read) { request, context in
                try await crowd.within { try await findings(request, context) }
            },
        ]
    }

    /// Reads a question's body, however slowly it comes, then answers it among a bounded number of others.
    private func question<Body: JSONBody & SendableMetatype>(
        limit: Int = JSONBodies.limit,
        _ answer: @escaping @Sendable (Body, EchoContext) async throws -> Response
    ) -> Route.Handler {
        { request, context in
            let body = try await JSONBodies.read(Body.self, from: request, context, limit: limit)
            return try await crowd.within { try await answer(body, context) }
        }
    }

    private func search(_ body: SearchBody, _ context: EchoContext) async throws -> Response {
        let page = try Bounds.page(limit: body.limit, offset: body.offset)
        let filter = try body.filter?.filter() ?? SearchFilter()
        let level: SearchLevel? = body.level.map { $0 == .clip ? .clip : .study }
        let run = { (subject: SearchQuery.Subject) in
            try await SearchQuery(subject, level: level, page: page, filter: filter)
                .run(in: served.index, workspace: served.workspace)
        }
        let found = try await subject(of: body, context, run)
        let studies = Array(Set(found.results.map(\.study))).sorted()
        try await trail.note(
            .search, by: context.caller, studies: studies, count: found.results.count)
        return try Reply.json(Paged(answer: found, total: found.considered, page: page))
    }

    /// Runs a search from what the body names, exactly one of five.
    private func subject(
        of body: SearchBody, _ context: EchoContext,
        _ run: (SearchQuery.Subject) async throws -> SearchOutput
    ) async throws -> SearchOutput {
        switch (body.text, body.study, body.clip, body.upload, body.data) {
        case (let text?, nil, nil, nil, nil):
            return try await run(.text(try Bounds.text(text, "text", most: 4_000)))
        case (nil, let study?, nil, nil, nil):
            return try await run(.like(try await served.index.study(resolving: study).id.text))
        case (nil, nil, let clip?, nil, nil):
            return try await run(.like(try await served.index.clip(resolving: clip).id.text))
        case (nil, nil, nil, let upload?, nil):
            return try await clips.withFile(upload: upload, context.caller) { try await run(.like($0)) }
        case (nil, nil, nil, nil, let data?):
            return try await clips.withFile(uri: data, name: "data", context.caller) {
                try await run(.like($0))
            }
        default: throw HTTPFailure.body(problem: "it has not exactly one of text, study, clip, upload, data")
        }
    }

    private func ask(_ body: AskBody, _ context: EchoContext) async throws -> Response {
        let page = try Bounds.page(limit: body.limit, offset: body.offset)
        var options = AskOptions(limit: page.limit)
        options.offset = page.offset
        options.category = body.category
        let filter = try body.filter?.filter() ?? SearchFilter()
        let set = try await PromptName.set(body.set, served)
        let found = try await AskQuery(set, options: options, filter: filter)
            .run(in: served.index, workspace: served.workspace)
        try await trail.note(
            .ask, by: context.caller, studies: found.answer.results.map(\.study),
            count: found.answer.results.count)
        return try Reply.json(Paged(answer: found, total: found.answer.scored, page: page))
    }

    private func estimate(_ body: EstimateBody, _ context: EchoContext) async throws -> Response {
        guard (1...EstimateBody.most).contains(body.studies.count) else {
            throw HTTPFailure.field(name: "studies", expected: "a list of 1 to \(EstimateBody.most)")
        }
        let formula = body.formula ?? .repo
        var errors: [EstimatesReply.Refusal] = []
        let failed = { (name: String, failure: any EchoFailure) in
            errors.append(EstimatesReply.Refusal(study: name, error: FailureBody(failure.report)))
        }
        let found: [Stamped<Estimate>]
        if let ranking = formula.ranking {
            let set = try await PromptName.set(body.quantity, served)
            found = try await EstimateQuery(set, options: EstimateOptions(formula: ranking))
                .run(body.studies, in: served.index, workspace: served.workspace, failed: failed)
        } else {
            found = try await MotionQuery(try Bounds.text(body.quantity, "quantity", most: 200))
                .run(body.studies, in: served.index, workspace: served.workspace, failed: failed)
        }
        try await trail.note(.estimate, by: context.caller, studies: found.map(\.answer.study))
        return try Reply.json(EstimatesReply(items: found, errors: errors))
    }

    private func compare(_ body: CompareBody, _ context: EchoContext) async throws -> Response {
        let found = try await CompareQuery().run(
            try Bounds.text(body.first, "first", most: 200),
            try Bounds.text(body.second, "second", most: 200), in: served.index)
        let studies = [found.answer.first, found.answer.second]
        let findings = try await served.findings.changes(from: studies[0], to: studies[1])
        try await trail.note(.compare, by: context.caller, studies: studies)
        return try Reply.json(ComparisonReply(comparison: found, findings: findings))
    }

    private func prompts(_ request: Request, _ context: EchoContext) async throws -> Response {
        let page = try Query(request).page()
        let library = try await PromptName.library(served)
        return try Reply.json(Listing(all: library.entries().map { PromptReply($0) }, page: page))
    }

    private func promptSet(_ request: Request, _ context: EchoContext) async throws -> Response {
        try Reply.json(try await PromptName.set(try context.parameter("set"), served))
    }

    private func priors(_ request: Request, _ context: EchoContext) async throws -> Response {
        let similar = try Query(request).number("similar", in: 0...100) ?? 0
        let study = try await served.index.study(resolving: try context.parameter("study"))
        let found = try await PriorsQuery(similarLimit: similar > 0 ? similar : nil)
            .run(study.id.text, in: served.index)
        let listed = found.answer.priors + (found.answer.similar ?? [])
        try await trail.note(.priors, by: context.caller, studies: [study.id] + listed.map(\.study))
        return try Reply.json(found)
    }

    private func findings(_ request: Request, _ context: EchoContext) async throws -> Response {
        let study = try await served.index.study(resolving: try context.parameter("study"))
        let found = try await served.findings.findings(of: study)
        let verdicts = try await served.ledger.verdicts(on: study.id)
        try await trail.note(.view, by: context.caller, studies: [study.id])
        return try Reply.json(FindingsReply(findings: found, verdicts: verdicts))
    }
}
