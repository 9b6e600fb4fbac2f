import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Memory") struct MemoryTests {
    @Test("2,000 frames of one clip take little more memory than 4", .timeLimit(.minutes(3)))
    func isBounded() throws {
        let few = try peak(of: try TestArchive.run()[0])
        let many = try peak(of: try Fixtures.made("video/long.avi"))
        #expect(few > 20 << 20)
        #expect(many - few < 150_000_000)
    }

    private func peak(of clip: String) throws -> Int {
        let scratch = try ScratchFolder()
        let run = try BinaryRun(
            ["ingest", "--index", scratch.path("i"), "--frames", "all", "--mask", "none", "--json", clip])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try run.lines().last?["embedded"] as? Int == 1)
        return run.peakBytes
    }
}
