import EchoService
import EchoTesting
import Foundation

/// A folder with all that an ingest meets: ten clips, a copy of one, two empty files, reports and a text.
struct MixedFolder {
    let scratch: ScratchFolder

    /// How many of its files are clips, each once.
    static let clips = 10
    /// How many files it has.
    static let files = 17

    init() throws {
        scratch = try ScratchFolder()
        for (place, source) in try TestArchive.run().enumerated() {
            try link(source, "study\(place / 2)/clip_\(place).dcm")
        }
        try link(try TestArchive.run()[3], "study1/copy.dcm")
        for name in ["study1/empty.avi", "study3/empty.avi"] { _ = try scratch.write([], to: name) }
        for study in 0..<3 {
            _ = try scratch.write(
                "LV: Normal in study \(study).\nRV: Dilated.".utf8, to: "study\(study)/report.txt")
        }
        _ = try scratch.write("nothing to see".utf8, to: "read me.txt")
    }

    var path: String { scratch.url.path }

    private func link(_ source: String, _ name: String) throws {
        _ = try scratch.write(FileManager.default.contents(atPath: source) ?? Data(), to: name)
    }

    /// One folder for all who only read it, and what an ingest of it on one thread leaves behind.
    static let shared = Task {
        let folder = try MixedFolder()
        var archive = try TestArchive([.threads: "1"])
        archive.clipsInFlight = 1
        let (summary, files) = try await archive.ingest([folder.path])
        return Reference(
            folder: folder, content: try await archive.content(), summary: summary, files: files)
    }

    /// What every other ingest of the folder is compared with.
    struct Reference {
        let folder: MixedFolder
        let content: TestArchive.Content
        let summary: IngestSummary
        let files: [IngestedFile]

        var path: String { folder.path }
    }
}
