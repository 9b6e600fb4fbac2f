import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Takes clips in: to the disk as they come, then a job that survives a kill, and only then the answer.
struct IntakeRoutes: Sendable {
    let served: ServedIndex
    let limits: ServerLimits

    /// The part of a form that holds a clip.
    private static let part = "file"
    /// The part that holds a manifest, CSV.
    private static let table = "manifest"
    /// Bytes of a manifest, at most.
    private static let longestTable = 4 << 20

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
        var names: [String?] = []
        var manifest: Data?
        var isFile = false
        try await BodyBytes.each(request, context, limit: limits.formBytes) { part in
            for event in try reader.feed(part.readableBytesView) {
                switch event {
                case .began(Self.part, let filename):
                    isFile = true
                    names.append(filename)
                    _ = try await upload.beginFile()
                case .began(Self.table, _):
                    guard manifest == nil else { throw HTTPFailure.body(problem: "it has two manifests") }
                    (isFile, manifest) = (false, Data())
                case .began:
                    throw HTTPFailure.body(problem: "a part is called neither `file` nor `manifest`")
                case .bytes(let bytes):
                    if isFile { try await upload.write(bytes) } else { manifest?.append(contentsOf: bytes) }
                    guard manifest?.count ?? 0 <= Self.longestTable else {
                        throw HTTPFailure.tooLarge(limit: Self.longestTable)
                    }
                case .ended: if isFile { _ = try await upload.endFile() }
                }
            }
        }
        guard reader.isComplete else { throw HTTPFailure.body(problem: "its last boundary is missing") }
        if let manifest, !names.isEmpty { try await upload.describe(manifest, names: names) }
    }
}
