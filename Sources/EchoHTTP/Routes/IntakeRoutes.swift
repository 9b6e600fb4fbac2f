import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Takes clips in: to the disk as they come, then a job that survives a kill, and only then the answer.
struct IntakeRoutes: Sendable {
    let served: ServedIndex
    let trail: Trail
    let limits: ServerLimits

    /// The part of a form that holds a clip.
    private static let part = "file"

    var routes: [Route] { [.post("/v1/studies", .write, take)] }

    private func take(_ request: Request, _ context: EchoContext) async throws -> Response {
        let type = request.mediaType ?? ""
        let isForm = type == "multipart/form-data"
        guard isForm || ClipBytes.types.contains(type) else {
            throw HTTPFailure.mediaType(expected: ClipBytes.types + ["multipart/form-data"])
        }
        let upload = try await served.jobs.beginUpload(by: context.caller.actor)
        do {
            if isForm {
                try await takeForm(request, context, into: upload)
            } else {
                _ = try await upload.beginFile()
                try await BodyBytes.each(request, context, limit: limits.uploadBytes) {
                    try await upload.write(Array($0.readableBytesView))
                }
                _ = try await upload.endFile()
            }
            let job = try await upload.commit()
            try await trail.note(.ingest, by: context.caller, job: job.id, count: job.fileCount)
            var response = try Reply.json(job, status: .accepted)
            response.headers[.location] = "/v1/jobs/\(job.id.text)"
            return response
        } catch {
            await upload.abandon()
            throw error
        }
    }

    private func takeForm(
        _ request: Request, _ context: EchoContext, into upload: JobUpload
    ) async throws {
        var reader = try MultipartReader(contentType: request.headers[.contentType] ?? "")
        try await BodyBytes.each(request, context, limit: limits.formBytes) { part in
            for event in try reader.feed(part.readableBytesView) {
                switch event {
                case .began(let name):
                    guard name == Self.part else {
                        throw HTTPFailure.body(problem: "a part is not called `\(Self.part)`")
                    }
                    _ = try await upload.beginFile()
                case .bytes(let bytes): try await upload.write(bytes)
                case .ended: _ = try await upload.endFile()
                }
            }
        }
        guard reader.isComplete else { throw HTTPFailure.body(problem: "its last boundary is missing") }
    }
}
