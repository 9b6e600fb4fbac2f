import EchoCore
import EchoIndex
import EchoLedger
import EchoReading
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Drafts of reports, in the forms that other systems take; never more than `partial`.
struct DraftRoutes: Sendable {
    /// How a draft is written.
    enum Form: String, CaseIterable, Decodable {
        case text, markdown, json, fhir

        /// What the audit trail calls it.
        ///
        /// - Parameter isExport: whether the caller takes it elsewhere; `nil` where that was not said: then JSON is
        ///   looked at, and every other form is taken. Markdown and FHIR are for taking alone.
        func action(isExport: Bool?) -> AuditAction {
            switch self {
            case .json: isExport == true ? .export : .draft
            case .text: isExport == false ? .draft : .export
            case .markdown, .fhir: .export
            }
        }
    }

    let served: ServedIndex
    let trail: Trail
    let crowd: Crowd

    var routes: [Route] {
        [
            .get("/v1/studies/{study}/draft", .read) { request, context in
                let query = try Query(request)
                let form = try query.choice("format", as: Form.self) ?? .json
                let action = form.action(isExport: try query.flag("export"))
                return try await crowd.within {
                    try await draft(form, action, options: DraftOptions(), edits: [], context)
                }
            },
            .post("/v1/studies/{study}/draft", .read) { request, context in
                let body = try await JSONBodies.read(DraftBody.self, from: request, context)
                let form = body.format ?? .json
                return try await crowd.within {
                    try await draft(
                        form, form.action(isExport: body.export), options: try body.options(),
                        edits: try body.checkedEdits(), context)
                }
            },
        ]
    }

    private func draft(
        _ form: Form, _ action: AuditAction, options: DraftOptions, edits: [SectionEdit],
        _ context: EchoContext
    ) async throws -> Response {
        let study = try await served.index.study(resolving: try context.parameter("study"))
        let snapshot = try await served.snapshots.digest(of: served.index)
        let draft = try await DraftQuery(sections: served.sections, options: options)
            .run(study.id.text, in: served.index, snapshot: snapshot)
        let known = Set(draft.sections.map(\.id))
        guard edits.allSatisfy({ known.contains($0.section) }) else {
            throw HTTPFailure.field(name: "edits", expected: "of sections that the draft has")
        }
        try await trail.note(action, by: context.caller, studies: [study.id])
        let edited = EditedDraft(draft: draft, edits: edits)
        return switch form {
        case .json: try Reply.json(edited)
        case .text: Reply.text(edited.text, type: "text/plain")
        case .markdown: Reply.text(edited.markdown, type: "text/markdown")
        case .fhir:
            Reply.data(
                try edited.fhir(
                    of: FHIRStudy(
                        patient: study.patientKey?.identifier, studyKey: study.studyKey,
                        date: study.date?.description), at: Date()),
                type: "application/fhir+json")
        }
    }
}

/// The body of POST /v1/studies/{study}/draft.
struct DraftBody: JSONBody {
    let format: DraftRoutes.Form?
    let export: Bool?
    let sentences: Int?
    let minClips: Int?
    let minScore: Float?
    let edits: [SectionEdit]?

    static let fields: Set<String> = ["format", "export", "sentences", "min_clips", "min_score", "edits"]

    /// How much to say, within bounds.
    func options() throws -> DraftOptions {
        var options = DraftOptions()
        options.sentencesPerSection = try Bounds.number(sentences, "sentences", in: 1...20, usual: 1)
        options.minimumClips = try Bounds.number(
            minClips, "min_clips", in: 1...1_000, usual: DraftOptions.leastClips)
        if let minScore {
            guard (-1...1).contains(minScore) else {
                throw HTTPFailure.field(name: "min_score", expected: "a number from -1 to 1")
            }
            options.minimumScore = minScore
        }
        return options
    }

    /// A person's edits, within bounds, at most one a section.
    func checkedEdits() throws -> [SectionEdit] {
        let edits = edits ?? []
        guard edits.count <= 64, Set(edits.map(\.section)).count == edits.count,
            edits.allSatisfy({ $0.text.unicodeScalars.count <= 20_000 })
        else {
            throw HTTPFailure.field(
                name: "edits", expected: "at most 64, one a section, each of at most 20000 characters")
        }
        return edits
    }
}
