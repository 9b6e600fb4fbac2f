import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("Video mutations") struct VideoMutationTests {
    /// Longest that one damaged file of a few kilobytes may take.
    private static let longest = Duration.seconds(10)

    @Test(
        "any damage ends in frames or in a typed error, soon", .timeLimit(.minutes(3)),
        arguments: [
            "small.avi", "small.mp4", "small_mpeg4.avi", "small_hevc.mp4", "small.gif", "single.png",
            "single.jpg",
        ])
    func endsWell(name: String) throws { try damage(name, wanted: nil) }

    @Test("any damage to a video that is read in part ends so too", .timeLimit(.minutes(3)))
    func partsEndWell() throws { try damage("small_groups.mp4", wanted: [1, 9, 22]) }

    private func damage(_ name: String, wanted: [Int]?) throws {
        let folder = try ScratchFolder()
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: Fixtures.made("video/\(name)"))))
        var tally: [String: Int] = [:]
        for seed in UInt64(0)..<60 {
            var random = SplitMix64(seed: seed)
            let path = try folder.write(VideoMutation.apply(to: bytes, using: &random), to: "\(seed).bin")
            var outcome = ""
            let elapsed = ContinuousClock().measure { outcome = Self.outcome(of: path, wanted) }
            #expect(elapsed < Self.longest, "\(name), seed \(seed)")
            tally[outcome, default: 0] += 1
        }
        print("TABLE \(name): \(tally.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
        #expect(tally.values.reduce(0, +) == 60)
        #expect(tally.keys.contains { $0.hasPrefix("decode.") }, "\(name): no damage was noticed: \(tally)")
    }

    private static func outcome(of path: String, _ wanted: [Int]?) -> String {
        let limits = DecodeLimits(framePixels: 1 << 22, frames: 2_000, fileBytes: 1 << 30)
        do throws(DecodeError) {
            let reader = try ClipReader(path: path, limits: limits) { wanted ?? Array(0..<$0) }
            while let frame = try reader.nextFrame() { precondition(frame.size == reader.clip.size) }
            return "frames"
        } catch { return error.report.code }
    }
}
