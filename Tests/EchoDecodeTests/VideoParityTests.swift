import Crypto
import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("Video parity") struct VideoParityTests {
    @Test("every frame of every clip equals OpenCV's, byte for byte")
    func equalsOpenCV() throws {
        let clips = try VideoReferences.load()
        #expect(clips.count >= 38)
        for clip in clips {
            let found = try Self.digests(of: clip.path())
            #expect(found.count == clip.opencv.count, "\(clip.name)")
            let wrong = zip(found, clip.opencv).enumerated().filter { $0.element.0 != $0.element.1 }
            #expect(wrong.isEmpty, "\(clip.name): frames \(wrong.map(\.offset))")
        }
    }

    @Test("every frame of every clip equals the ffmpeg CLI's, byte for byte")
    func equalsCommandLine() throws {
        for clip in try VideoReferences.load() {
            #expect(try Self.digests(of: clip.path()) == clip.ffmpeg, "\(clip.name)")
        }
    }

    @Test("frames are shown when ffprobe says")
    func keepsTimes() throws {
        for clip in try VideoReferences.load() {
            guard let times = clip.times else { continue }
            let found = try ClipReader(DecodeRequest(path: clip.path(), frames: .all)).clip
            #expect(found.size == PictureSize(width: clip.width, height: clip.height), "\(clip.name)")
            let gaps = zip(found.frameTimes, times).map { abs($0 - $1) }
            #expect(found.frameTimes.count == times.count && gaps.allSatisfy { $0 < 0.01 }, "\(clip.name)")
        }
    }

    @Test("times start at 0 and ascend, whatever the container stores")
    func timesAscend() throws {
        for clip in try VideoReferences.load() {
            let times = try ClipReader(DecodeRequest(path: clip.path(), frames: .all)).clip.frameTimes
            #expect(times.first == 0 && zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, "\(clip.name)")
        }
    }

    private static func digests(of path: String) throws -> [String] {
        let reader = try ClipReader(DecodeRequest(path: path, frames: .all))
        var digests: [String] = []
        while let frame = try reader.nextFrame() {
            #expect(frame.index == digests.count)
            digests.append(SHA256.hash(data: frame.pixels).map { String(format: "%02x", $0) }.joined())
        }
        return digests
    }
}
