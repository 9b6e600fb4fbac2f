import Crypto
import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("Videos read in part") struct VideoSkipTests {
    @Test("give the frames that they give when read whole", arguments: UInt64(0)..<8)
    func areTheSame(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for clip in try VideoReferences.load() {
            let wanted = clip.ffmpeg.indices.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
            let found = try Self.digests(of: clip.path(), wanted)
            #expect(found == wanted.map { clip.ffmpeg[$0] }, "\(clip.name): \(wanted)")
        }
    }

    @Test(
        "do not decode a closed group of pictures that nobody asked for",
        arguments: [
            ("h264_closed_groups", [2, 14, 20]), ("h264_closed_groups", [12]), ("h264_closed_groups", [23]),
            ("h264_heads_repeated", [1, 9, 11]), ("h264_heads_repeated", [10]),
        ])
    func passesOver(name: String, wanted: [Int]) throws {
        let damaged = try Fixtures.made("video/\(name)_damaged.mp4")
        let whole = try #require(try VideoReferences.load().first { $0.name == "\(name).mp4" })
        #expect(try Self.digests(of: damaged, wanted) == wanted.map { whole.ffmpeg[$0] })
        #expect(throws: DecodeError.self) { try Self.digests(of: damaged, Array(whole.ffmpeg.indices)) }
    }

    @Test("number frames alike, whole or in part, where the first ones cannot be decoded")
    func numbersAlike() throws {
        let late = try Fixtures.made("video/h264_begins_late.mp4")
        let whole = try Self.digests(of: late, Array(0..<16))
        for frame in whole.indices {
            #expect(try Self.digests(of: late, [frame]) == [whole[frame]], "frame \(frame)")
        }
    }

    private static func digests(of path: String, _ wanted: [Int]) throws -> [String] {
        let reader = try ClipReader(path: path) { _ in wanted }
        var digests: [String] = []
        while let frame = try reader.nextFrame() {
            #expect(frame.index == wanted[digests.count])
            digests.append(SHA256.hash(data: frame.pixels).map { String(format: "%02x", $0) }.joined())
        }
        return digests
    }
}
