import EchoCore
import EchoIndex
import EchoService
import EchoTesting
import Foundation

/// An index of a test's own, filled with the tiny model.
struct TestArchive {
    let scratch: ScratchFolder
    let workspace: Workspace
    /// Clips in flight.
    var clipsInFlight = 2

    /// An empty index; `settings` go over the usual two frames a clip on two threads.
    init(_ settings: [Setting: String] = [:]) throws {
        scratch = try ScratchFolder()
        let usual: [Setting: String] = [
            .index: scratch.path("index"), .models: try TinyModel.models(), .model: TinyModel.name,
            .frames: "uniform:2", .threads: "2",
        ]
        workspace = Workspace(
            settings: Settings(
                flags: usual.merging(settings) { _, given in given }, environment: [:], file: .none))
    }

    /// Ingests and keeps how each file ended, in order.
    func ingest(
        _ paths: [String], _ change: (inout IngestOptions) -> Void = { _ in }
    ) async throws -> (summary: IngestSummary, files: [IngestedFile]) {
        var options = IngestOptions(paths: paths, clipsInFlight: clipsInFlight)
        change(&options)
        var files: [IngestedFile] = []
        let summary = try await workspace.ingest(options) { event in
            if case .ended(let file) = event { files.append(file) }
        }
        return (summary, files)
    }

    /// Reads from the index.
    func reading<Value: Sendable>(
        _ body: (StudyIndex) async throws -> Value
    ) async throws -> Value {
        let index = try await workspace.openIndex(for: .read)
        let value = try await body(index)
        try await index.close()
        return value
    }

    /// The content's digest and the vector files' bytes: equal for equal archives.
    func content() async throws -> Content {
        let digest = try await reading { try await $0.contentDigest().hex }
        return Content(digest: digest, files: try Self.bytes(of: scratch.path("index/vectors")))
    }

    /// What two archives of the same files must agree in.
    struct Content: Equatable {
        let digest: String
        let files: [String: Data]
    }

    /// Every file of a folder, by its path inside.
    static func bytes(of folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            found[name] = FileManager.default.contents(atPath: folder + "/" + name)
        }
        return found
    }

    /// The short clips of `service/run`, in order.
    static func run() throws -> [String] {
        try (0..<10).map { try Fixtures.made("service/run/clip_\($0).dcm") }
    }
}
