import EchoHTTP
import EchoLedger
import EchoTesting
import Foundation
import Testing

@Suite("Clips that are kept for some minutes") struct UploadStoreTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A store with one clip.
    private func keeping(lifetime: TimeInterval) async throws -> (UploadStore, path: String, id: String) {
        let store = try UploadStore(folder: scratch.url.appending(path: "kept"), lifetime: lifetime)
        let place = try await store.begin(for: .local, at: Date())
        try Data([1]).write(to: URL(filePath: place.path))
        let kept = await store.keep(place.id, byteCount: 1, owner: .local, at: Date())
        return (store, kept.path, place.id)
    }

    @Test("are gone from the disk when their time is over, though nobody asks")
    func isGone() async throws {
        let (store, path, id) = try await keeping(lifetime: 0.05)
        try await Waiting.until { !FileManager.default.fileExists(atPath: path) }
        await #expect(throws: HTTPFailure.noUpload) { try await store.find(id, owner: .local, at: Date()) }
    }

    @Test("are there until then, for their owner alone")
    func isThere() async throws {
        let (store, path, id) = try await keeping(lifetime: UploadStore.usualLifetime)
        #expect(try await store.find(id, owner: .local, at: Date()).path == path)
        #expect(FileManager.default.fileExists(atPath: path))
        await #expect(throws: HTTPFailure.noUpload) { try await store.find(id, owner: .unknown, at: Date()) }
    }
}
