import EchoCore
import EchoIndex
import EchoLedger
import EchoService
import Foundation
import HTTPTypes
import Hummingbird

/// Vectors for other programs, in the shape that OpenAI's clients know.
struct EmbeddingRoutes: Sendable {
    let served: ServedIndex
    let clips: SentClips
    let trail: Trail
    let limits: ServerLimits

    var routes: [Route] {
        [
            .get("/v1/models", .read) { _, _ in
                try Reply.json(ModelsReply(data: try await ModelReply.all(of: served)))
            },
            .get("/v1/models/{model}", .read) { _, context in
                let name = try context.parameter("model")
                guard let model = try await ModelReply.all(of: served).first(where: { $0.id == name }) else {
                    throw HTTPFailure.noModel
                }
                return try Reply.json(model)
            },
            .post("/v1/embeddings", .read, embed), .post("/v1/uploads", .read, upload),
            .delete("/v1/uploads/{upload}", .read) { _, context in
                let id = try context.parameter("upload")
                try await clips.store.remove(id, owner: context.caller.actor, at: Date())
                return Reply.done
            },
        ]
    }

    private func embed(_ request: Request, _ context: EchoContext) async throws -> Response {
        let body = try await JSONBodies.read(
            EmbeddingsBody.self, from: request, context, limit: JSONBodies.clipLimit)
        let inputs = try body.checkedInputs()
        let space = try await space(for: body)
        if let wanted = body.dimensions, wanted != space.dimension {
            throw HTTPFailure.dimensions(found: wanted, expected: space.dimension)
        }
        let queue = try served.workspace.encoderQueue(for: space)
        let items: [EmbeddedItem]
        switch body.modality ?? .text {
        case .text: items = await Self.embed(texts: inputs, queue)
        case .clip:
            items = try await Self.embed(clips: inputs, queue, clips, context.caller)
            try await trail.note(.embed, by: context.caller, count: inputs.count)
        }
        // What had no room may be asked for again, and the whole of it: half an answer would pass for one.
        let failures = items.compactMap(\.failure)
        if let passing = failures.first(where: { $0.report.kind.passes }) { throw passing }
        if failures.count == items.count, let failure = failures.first { throw failure }
        let reply = EmbeddingsReply(items, space: space, isBase64: body.encodingFormat == .base64)
        return try Reply.json(reply)
    }

    /// Embeds texts; one that cannot be embedded fails alone, as does one that says nothing.
    private static func embed(texts inputs: [String], _ queue: EncoderQueue) async -> [EmbeddedItem] {
        var results = await queue.embed(texts: inputs.filter { !$0.isEmpty }).makeIterator()
        return inputs.map { text in
            guard !text.isEmpty, let result = results.next() else {
                return EmbeddedItem(HTTPFailure.empty(name: "input"))
            }
            return EmbeddedItem(result)
        }
    }

    /// Embeds clips one after the other; one that cannot be embedded fails alone, and one that had no
    /// room fails the request.
    private static func embed(
        clips inputs: [String], _ queue: EncoderQueue, _ clips: SentClips, _ caller: Caller
    ) async throws -> [EmbeddedItem] {
        var items: [EmbeddedItem] = []
        for input in inputs {
            do {
                let outcome =
                    if input.hasPrefix("data:") {
                        try await clips.withFile(uri: input, name: "input", caller) {
                            try await queue.embed(path: $0)
                        }
                    } else {
                        try await clips.withFile(upload: input, caller) { try await queue.embed(path: $0) }
                    }
                items.append(EmbeddedItem(outcome))
            } catch let failure as any EchoFailure where !failure.report.kind.passes {
                items.append(EmbeddedItem(failure))
            }
        }
        return items
    }

    /// The space that answers: the named model's, else the one of the slot that the modality has.
    private func space(for body: EmbeddingsBody) async throws -> EmbeddingSpace {
        let spaces = try await served.spaces()
        let slot: ModelSlot = body.modality == .clip ? .similarity : .prompt
        let named = spaces.filter { body.model == nil || $0.fingerprint.model == body.model }
        guard let space = named.first(where: { $0.slot.serves(slot) }) else { throw HTTPFailure.noModel }
        return space
    }

    private func upload(_ request: Request, _ context: EchoContext) async throws -> Response {
        let types = ClipBytes.types + ["application/octet-stream"]
        guard let type = request.mediaType, types.contains(type) else {
            throw HTTPFailure.mediaType(expected: types)
        }
        let kept = try await clips.keep(request, context, limit: limits.uploadBytes)
        return try Reply.json(
            UploadReply(upload: kept.id, bytes: kept.byteCount, expiresAt: kept.ends), status: .created)
    }
}

/// A file that is kept for some minutes.
struct UploadReply: Encodable {
    let upload: String
    let bytes: Int
    let expiresAt: Date
}
