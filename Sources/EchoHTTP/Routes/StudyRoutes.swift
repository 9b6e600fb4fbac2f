import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Studies: the list, one of them, its clips, and their end.
struct StudyRoutes: Sendable {
    let served: ServedIndex
    let trail: Trail

    var routes: [Route] {
        [
            .get("/v1/studies", .read, list), .get("/v1/studies/{study}", .read, show),
            .get("/v1/studies/{study}/clips", .read, clips),
            .delete("/v1/studies/{study}", .admin, remove),
        ]
    }

    private func list(_ request: Request, _ context: EchoContext) async throws -> Response {
        let query = try Query(request)
        let page = try query.page()
        let order = try query.choice("order", as: WorklistOrder.self) ?? .newest
        let found = try await served.index.worklist(
            passing: try Self.filter(query), order: order, page: page)
        try await trail.note(.list, by: context.caller, count: found.studies.count)
        return try Reply.json(
            Listing(found.studies.map { WorklistLine($0) }, total: found.total, page: page))
    }

    private static func filter(_ query: Query) throws -> SearchFilter {
        var filter = SearchFilter()
        filter.text = try query.text("q")
        filter.patient = try query.text("patient").map { PatientID($0) }
        filter.dateFrom = try query.day("date_from")
        filter.dateTo = try query.day("date_to")
        filter.site = try query.text("site")
        filter.manufacturer = try query.text("manufacturer")
        filter.kinds = try query.choices("kind")
        let (views, labels) = (query.texts("view"), query.texts("label"))
        filter.views = views.isEmpty ? nil : Set(views)
        filter.labels = labels.isEmpty ? nil : Set(labels)
        filter.hasReport = try query.flag("has_report")
        try query.choice("state", as: StudyState.self)?.narrow(&filter)
        return filter
    }

    private func show(_ request: Request, _ context: EchoContext) async throws -> Response {
        let study = try await served.index.study(resolving: try context.parameter("study"))
        let detail = try await StudyDetail(study.id.text, in: served.index)
        try await trail.note(.view, by: context.caller, studies: [study.id])
        return try Reply.json(detail)
    }

    private func clips(_ request: Request, _ context: EchoContext) async throws -> Response {
        let page = try Query(request).page()
        let study = try await served.index.study(resolving: try context.parameter("study"))
        let clips = try await served.index.clips(of: study.id, page: page).map { ClipLine($0) }
        try await trail.note(.view, by: context.caller, studies: [study.id])
        return try Reply.json(Listing(clips, total: study.clipCount, page: page))
    }

    private func remove(_ request: Request, _ context: EchoContext) async throws -> Response {
        let study = try await served.index.study(resolving: try context.parameter("study"))
        try await trail.note(.delete, by: context.caller, studies: [study.id])
        let removal = StudyRemoval(index: served.index, ledger: served.ledger, folder: served.folder)
        _ = try await removal.remove(study.id)
        return try Reply.json(RemovedReply(study: study.id, clips: study.clipCount))
    }
}

/// A study that is gone.
struct RemovedReply: Encodable {
    let study: StudyID
    let clips: Int
}
