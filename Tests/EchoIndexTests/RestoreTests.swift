import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

@Suite("Restoring over an index", .serialized) struct RestoreTests {
    @Test("leaves the old one whole where the disk does not hold the new one")
    func keepsTheOld() async throws {
        let scratch = try ScratchFolder()
        let archive = SyntheticArchive(seed: 61)
        let old = try await archive.makeIndex(at: scratch.path("writing"))
        try await old.record(try archive.items(0..<12))
        // As a killed writer leaves it: what it acknowledged is in the log, not yet in the database.
        try FileManager.default.copyItem(atPath: scratch.path("writing"), toPath: scratch.path("old"))
        let new = try await archive.makeIndex(at: scratch.path("new"))
        try await new.record(try archive.items(12..<24))
        _ = try await new.backup(to: scratch.path("backup"))
        let folder = scratch.url.path
        await #expect(processExitsWith: .success) { [folder = folder as String] in
            await RestoreTests.restoreOntoFullDisk(in: folder)
        }
        let kept = try await StudyIndex.open(at: scratch.path("old"), for: .write)
        #expect(try await kept.contentDigest() == old.contentDigest())
        #expect(try await kept.clips().count == 11)
    }

    /// Runs in a process of its own, whose files may not grow.
    static func restoreOntoFullDisk(in folder: String) async {
        signal(SIGXFSZ, SIG_IGN)
        var size = rlimit(rlim_cur: 20_000, rlim_max: 20_000)
        setrlimit(__rlimit_resource_t(1), &size)
        do {
            _ = try await StudyIndex.restore(from: "\(folder)/backup", into: "\(folder)/old", force: true)
            exit(3)
        } catch {
            exit(error.report.kind == .systemError ? 0 : 4)
        }
    }

    @Test("refuses a backup of a newer format by its manifest's version, whatever else that has become")
    func refusesNewer() async throws {
        let scratch = try ScratchFolder()
        _ = try scratch.write(Array(#"{"formatVersion": 99, "files": []}"#.utf8), to: "b/manifest.json")
        await #expect(throws: IndexError.newerFormat(found: 99, supported: StudyIndex.formatVersion)) {
            try await StudyIndex.restore(from: scratch.path("b"), into: scratch.path("r"))
        }
    }
}
