import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("Video memory") struct VideoMemoryTests {
    /// Decoded whole, the clip takes 115 MB.
    private static let mostKilobytes = 60_000

    @Test("2,000 frames are read without holding them")
    func isBounded() async throws {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardOutputContent]
        ) {
            let before = Self.peakKilobytes()
            let path = try Fixtures.made("video/long.avi")
            let reader = try ClipReader(DecodeRequest(path: path, frames: .all))
            var frames = 0
            while try reader.nextFrame() != nil { frames += 1 }
            // Standard output is how the measured process answers the test.
            print("frames=\(frames)")
            print("growth=\(Self.peakKilobytes() - before)")
        }
        let lines = String(decoding: try #require(result).standardOutputContent, as: UTF8.self).split(
            separator: "\n")
        #expect(lines.contains("frames=2000"))
        let growth = lines.first { $0.hasPrefix("growth=") }.flatMap { Int($0.dropFirst("growth=".count)) }
        print("TABLE 2,000 frames grow by \(growth ?? -1) kB")
        #expect(try #require(growth) < Self.mostKilobytes)
    }

    @Test("opening and leaving a clip keeps nothing of it")
    func leaksNothing() async throws {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardOutputContent]
        ) {
            let names = [
                "small.mp4", "small.avi", "small.gif", "sound.mp4", "huge_header.avi", "small_mpeg4.avi",
            ]
            let paths = try names.map { try Fixtures.made("video/\($0)") }
            func open(_ path: String) {
                _ = try? ClipReader(DecodeRequest(path: path, frames: .all)).nextFrame()
            }
            for _ in 0..<20 { paths.forEach(open) }
            let before = Self.peakKilobytes()
            for _ in 0..<150 { paths.forEach(open) }
            print("growth=\(Self.peakKilobytes() - before)")
        }
        let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix("growth=") }
        let growth = try #require(line.flatMap { Int($0.dropFirst("growth=".count)) })
        print("TABLE 900 openings grow by \(growth) kB")
        #expect(growth < 4_000)
    }

    /// The process's largest resident size so far.
    private static func peakKilobytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? .max / 2
    }
}
