import EchoLedger
import EchoCore
import EchoIndex
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Clips: what is known of them, and their pictures.
struct ClipRoutes: Sendable {
    let served: ServedIndex
    let trail: Trail
    private let looks = RecentLooks()

    init(served: ServedIndex, trail: Trail) {
        self.served = served
        self.trail = trail
    }

    var routes: [Route] {
        [
            .get("/v1/clips/{clip}", .read, show), .get("/v1/clips/{clip}/cine", .read, cine),
            .get("/v1/clips/{clip}/thumbnail", .read, thumbnail),
            .get("/v1/clips/{clip}/contact-sheet", .read, sheet),
        ]
    }

    private func show(_ request: Request, _ context: EchoContext) async throws -> Response {
        let clip = try await clip(context)
        try await trail.note(.view, by: context.caller, studies: [clip.study], clips: [clip.id])
        return try Reply.json(ClipDetail(clip))
    }

    private func cine(_ request: Request, _ context: EchoContext) async throws -> Response {
        let query = try Query(request)
        let picture = try query.choice("picture", as: Picture.self) ?? .masked
        let frame = try query.number("frame", in: 0...1_000_000)
        let clip = try await clip(context)
        let file =
            if let frame { try await served.media.frame(frame, of: clip.id, picture) } else {
                try await served.media.cine(of: clip.id, picture)
            }
        return try await send(file, of: clip, request, context)
    }

    private func thumbnail(_ request: Request, _ context: EchoContext) async throws -> Response {
        let picture = try Query(request).choice("picture", as: Picture.self) ?? .masked
        let clip = try await clip(context)
        return try await send(
            try await served.media.thumbnail(of: clip.id, picture), of: clip, request, context)
    }

    private func sheet(_ request: Request, _ context: EchoContext) async throws -> Response {
        let query = try Query(request)
        let picture = try query.choice("picture", as: Picture.self) ?? .masked
        let count = try query.number("frames", in: 1...64) ?? 16
        let clip = try await clip(context)
        let file = try await served.media.contactSheet(of: clip.id, frames: count, picture)
        return try await send(file, of: clip, request, context)
    }

    private func clip(_ context: EchoContext) async throws -> StoredClip {
        try await served.index.clip(resolving: try context.parameter("clip"))
    }

    /// Sends a file, or the part of it that was asked for; the parts of some minutes are one look in the audit trail,
    /// and each that begins anew is another.
    private func send(
        _ file: MediaFile, of clip: StoredClip, _ request: Request, _ context: EchoContext
    ) async throws -> Response {
        let range = try ByteRange(request, size: file.byteCount, entityTag: file.entityTag)
        let actor = context.caller.actor
        if range == nil || range?.bytes.lowerBound == 0 || !looks.isKnown(clip.id, by: actor) {
            try await trail.note(.media, by: context.caller, studies: [clip.study], clips: [clip.id])
            looks.remember(clip.id, by: actor)
        }
        return MediaReply.response(file, range: range, request)
    }
}
