import EchoLedger
import EchoService
import Foundation
import Hummingbird

/// Clips that come with a request, as files for as long as it takes.
struct SentClips: Sendable {
    let store: UploadStore
    /// Bytes that have to stay free on the disk.
    let freeBytes: Int

    /// Runs with the file of an earlier upload.
    ///
    /// - Throws: ``HTTPFailure/noUpload``, and what `work` throws.
    func withFile<Result>(
        upload: String, _ caller: Caller, work: (String) async throws -> Result
    ) async throws -> Result {
        try await work(try await store.find(upload, owner: caller.actor, at: Date()).path)
    }

    /// Runs with a file of a data URI's bytes, which is gone after.
    ///
    /// - Throws: ``HTTPFailure/field(name:expected:)``, and what `work` throws.
    func withFile<Result>(
        uri: String, name: String, _ caller: Caller, work: (String) async throws -> Result
    ) async throws -> Result {
        let data = try ClipBytes.decode(uri, name: name)
        let place = try await store.begin(for: caller.actor, at: Date())
        do {
            try write(data, to: place.path)
            let result = try await work(place.path)
            await store.abandon(place.id, owner: caller.actor)
            return result
        } catch {
            await store.abandon(place.id, owner: caller.actor)
            throw error
        }
    }

    /// Takes a request's body into a file that is kept for some minutes.
    func keep(_ request: Request, _ context: EchoContext, limit: Int) async throws -> UploadStore.Kept {
        let owner = context.caller.actor
        let place = try await store.begin(for: owner, at: Date())
        do {
            let count = try await receive(request, context, into: place.path, limit: limit)
            guard count > 0 else { throw HTTPFailure.body(problem: "it is empty") }
            return await store.keep(place.id, byteCount: count, owner: owner, at: Date())
        } catch {
            await store.abandon(place.id, owner: owner)
            throw error
        }
    }

    private func write(_ data: Data, to path: String) throws {
        var room = DiskRoom(at: Self.folder(of: path), needed: freeBytes)
        try room.check(data.count)
        try UploadFile(path: path).write(data)
    }

    private static func folder(of path: String) -> String {
        URL(filePath: path).deletingLastPathComponent().path
    }

    private func receive(
        _ request: Request, _ context: EchoContext, into path: String, limit: Int
    ) async throws -> Int {
        var room = DiskRoom(at: Self.folder(of: path), needed: freeBytes)
        let file = try UploadFile(path: path)
        var count = 0
        try await BodyBytes.each(request, context, limit: limit) { part in
            try room.check(part.readableBytes)
            try file.write(part.readableBytesView)
            count += part.readableBytes
        }
        return count
    }
}
