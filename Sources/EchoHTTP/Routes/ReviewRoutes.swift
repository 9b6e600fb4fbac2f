import EchoReading
import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// What people made of the readings: verdicts on findings, and edited drafts.
struct ReviewRoutes: Sendable {
    /// How a list is written.
    enum Form: String, CaseIterable { case json, csv }

    let served: ServedIndex
    let trail: Trail

    var routes: [Route] {
        [
            .get("/v1/reviews", .read, list), .post("/v1/reviews", .write, give),
            .get("/v1/studies/{study}/edits", .read, edits),
            .post("/v1/studies/{study}/edits", .write, record),
        ]
    }

    private func list(_ request: Request, _ context: EchoContext) async throws -> Response {
        let query = try Query(request)
        let page = try query.page()
        let set = try query.text("prompt_set")
        let onlyLatest = try query.flag("latest") ?? true
        let form = try query.choice("format", as: Form.self) ?? .json
        var study: StudyID?
        if let name = try query.text("study") { study = try await served.index.study(resolving: name).id }
        if form == .csv {
            guard study == nil else {
                throw HTTPFailure.parameter(name: "study", expected: "left out of an export as CSV")
            }
            let csv = try await served.ledger.verdictsCSV(promptSet: set)
            try await trail.note(.export, by: context.caller)
            var response = Reply.text(csv, type: "text/csv")
            response.headers[.contentDisposition] = "attachment; filename=\"reviews.csv\""
            return response
        }
        let verdicts = try await served.ledger.verdicts(
            on: study, promptSet: set, onlyLatest: onlyLatest)
        try await trail.note(
            .list, by: context.caller, studies: study.map { [$0] } ?? [], count: verdicts.count)
        let newest = verdicts.sorted { $0.number > $1.number }
        return try Reply.json(Listing(all: newest, page: page))
    }

    private func give(_ request: Request, _ context: EchoContext) async throws -> Response {
        let body = try await JSONBodies.read(ReviewBody.self, from: request, context)
        let study = try await served.index.study(resolving: try Bounds.text(body.study, "study", most: 200))
        let set = try await PromptName.set(body.promptSet, served)
        let note = try body.note.flatMap { $0.isEmpty ? nil : try Bounds.text($0, "note", most: 1_000) }
        let verdict = try await served.ledger.recordVerdict(
            body.value, on: study.id, promptSet: set.name, note: note, by: context.caller.actor, at: Date())
        return try Reply.json(verdict, status: .created)
    }

    private func edits(_ request: Request, _ context: EchoContext) async throws -> Response {
        let page = try Query(request).page()
        let study = try await served.index.study(resolving: try context.parameter("study"))
        let edits = try await served.ledger.edits(of: study.id).map { EditReply(edit: $0) }
        try await trail.note(.view, by: context.caller, studies: [study.id])
        return try Reply.json(Listing(all: edits, page: page))
    }

    private func record(_ request: Request, _ context: EchoContext) async throws -> Response {
        let body = try await JSONBodies.read(EditBody.self, from: request, context)
        let study = try await served.index.study(resolving: try context.parameter("study"))
        let edit = try await served.ledger.recordEdit(
            of: try Bounds.text(body.draft, "draft", most: EditBody.longest),
            to: try Bounds.text(body.edited, "edited", most: EditBody.longest), study: study.id,
            by: context.caller.actor, at: Date())
        return try Reply.json(EditReply(edit: edit), status: .created)
    }
}

/// The body of POST /v1/reviews.
struct ReviewBody: JSONBody {
    let study: String
    let promptSet: String
    let value: VerdictValue
    let note: String?

    static let fields: Set<String> = ["study", "prompt_set", "value", "note"]
}

/// The body of POST /v1/studies/{study}/edits.
struct EditBody: JSONBody {
    let draft: String
    let edited: String

    static let fields: Set<String> = ["draft", "edited"]
    /// Characters of each, at most.
    static let longest = 1 << 18
}

/// An edited draft, with what was changed line by line.
struct EditReply: Encodable {
    let edit: DraftEdit

    private enum Keys: String, CodingKey { case changes }

    func encode(to encoder: any Encoder) throws {
        try edit.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(edit.changes, forKey: .changes)
    }
}
