import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

/// What happens where the disk takes no more; a limit on the file's size stands for a full disk.
@Suite("A write that fails", .serialized) struct WriteFailureTests {
    @Test(
        "acknowledges nothing, is a typed error, and leaves a sound index that goes on",
        arguments: [
            200_000, 300_000, 450_000, 700_000, 1_000_000,
        ])
    func failsClosed(limit: Int) async throws {
        let scratch = try ScratchFolder()
        let folder = scratch.url.path
        await #expect(processExitsWith: .success) { [folder = folder as String, limit = limit as Int] in
            try await WriteFailureTests.writeUntilFull(in: folder, limit: limit)
        }
        let archive = SyntheticArchive(seed: 8, dimension: 64)
        let text = try String(contentsOfFile: "\(folder)/acknowledged", encoding: .utf8)
        let index = try await archive.makeIndex(at: "\(folder)/i")
        let clips = try await index.clips()
        #expect(clips.count == text.split(separator: "\n").count)
        #expect(try await index.verify().isSound)
        try await index.record([.embedded(try archive.clip(clips.count))])
        #expect(try await index.clips().count == clips.count + 1)
    }

    /// Runs in a process of its own, whose files may not grow past the limit.
    static func writeUntilFull(in folder: String, limit: Int) async throws {
        let archive = SyntheticArchive(seed: 8, dimension: 64)
        let index = try await archive.makeIndex(at: "\(folder)/i")
        let acknowledged = open("\(folder)/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        signal(SIGXFSZ, SIG_IGN)
        var size = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
        setrlimit(__rlimit_resource_t(1), &size)
        for number in 0..<100_000 {
            do {
                try await index.record([.embedded(try archive.clip(number))])
            } catch let error as IndexError {
                guard error.report.kind == .systemError else { exit(3) }
                exit(0)
            }
            write(acknowledged, "x\n", 2)
        }
        exit(4)
    }
}
