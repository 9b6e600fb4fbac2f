import EchoIndex
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Dry run") struct PreviewTests {
    private func preview(_ archive: TestArchive, _ paths: [String]) async throws -> (
        IngestSummary, [IngestedFile]
    ) {
        var files: [IngestedFile] = []
        let options = IngestOptions(paths: paths, clipsInFlight: 2)
        let summary = try await IngestPreview(workspace: archive.workspace, options: options).run { event in
            if case .ended(let file) = event { files.append(file) }
        }
        return (summary, files)
    }

    @Test("makes no index, and foretells what an ingest then does")
    func foretells() async throws {
        let folder = try await MixedFolder.shared.value
        let archive = try TestArchive()
        let (summary, files) = try await preview(archive, [folder.path])
        #expect(!FileManager.default.fileExists(atPath: archive.scratch.path("index")))
        #expect(files.map(\.input) == folder.files.map(\.input))
        #expect(files.map(\.state) == folder.files.map(\.state))
        #expect(files.map(\.code) == folder.files.map(\.code))
        #expect(files.map(\.study) == folder.files.map(\.study))
        #expect(summary.embedded == folder.summary.embedded)
        #expect(summary.studies == folder.summary.studies)
        #expect(summary.dryRun)
    }

    @Test("changes no byte of an index that is there, and foretells duplicates and what stays left out")
    func changesNothing() async throws {
        let folder = try await MixedFolder.shared.value
        let archive = try TestArchive()
        let untrusted = try Fixtures.made("dicom/bomb.dcm")
        _ = try await archive.ingest([folder.path, untrusted])
        let before = try TestArchive.bytes(of: archive.scratch.path("index"))
        let (summary, files) = try await preview(archive, [folder.path, untrusted])
        let after = try TestArchive.bytes(of: archive.scratch.path("index"))
        // SQLite keeps these two for its readers: the log is empty, the other is their lock table.
        let own = ["echoseek.sqlite-shm", "echoseek.sqlite-wal"]
        #expect(after.filter { !own.contains($0.key) } == before.filter { !own.contains($0.key) })
        #expect(Set(after.keys).subtracting(before.keys).isSubset(of: own))
        #expect(after[own[1]]?.count ?? 0 == before[own[1]]?.count ?? 0)
        #expect((summary.embedded, summary.duplicate) == (0, 11))
        #expect(files.last?.state == .quarantined)
        let (second, again) = try await archive.ingest([folder.path, untrusted])
        #expect(second.duplicate == summary.duplicate)
        #expect(again.map(\.state) == files.map(\.state))
        #expect(again.map(\.code) == files.map(\.code))
    }

    @Test("needs no model")
    func needsNoModel() async throws {
        let archive = try TestArchive([.models: "/nonexistent"])
        let (summary, _) = try await preview(archive, try TestArchive.run())
        #expect(summary.embedded == 10)
    }
}
