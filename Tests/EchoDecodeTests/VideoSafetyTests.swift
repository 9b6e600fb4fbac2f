import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("Video safety") struct VideoSafetyTests {
    @Test("a list of other files is not followed, even by libavformat itself")
    func followsNothing() throws {
        let folder = try ScratchFolder()
        let clip = try Fixtures.made("video/small.avi")
        let lists = [
            "ffconcat version 1.0\nfile /etc/passwd\n", "ffconcat version 1.0\nfile \(clip)\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n\(clip)\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile://\(clip)\n#EXT-X-ENDLIST\n",
        ]
        for list in lists {
            let path = try folder.write(Array(list.utf8), to: "list.avi")
            #expect(throws: DecodeError.self) { try VideoSource(path: path, limits: .standard) }
            #expect(throws: DecodeError.notAClip(.playlist)) {
                try ClipReader(DecodeRequest(path: path, frames: .all))
            }
        }
        #expect(try VideoSource(path: clip, limits: .standard).clip.frameCount == 12)
    }

    @Test("only the frames asked for are given, in order, and equal those of a whole reading")
    func givesTheWanted() throws {
        for name in ["small.avi", "small.mp4", "small_mpeg4.avi", "h264_edit_list.mp4"] {
            let path = try Fixtures.made("video/\(name)")
            let all = try frames(path, .all)
            let some = try frames(path, .uniform(count: 5))
            #expect(some.map(\.index) == FrameRule.uniform(count: 5).indices(frameCount: all.count))
            #expect(some.allSatisfy { $0 == all[$0.index] }, "\(name)")
        }
    }

    @Test("an error ends the clip, and is thrown again")
    func staysFailed() throws {
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: Fixtures.made("video/small.avi"))))
        let folder = try ScratchFolder()
        for place in stride(from: bytes.count / 2, to: bytes.count / 2 + 600, by: 1) { bytes[place] = 0xFF }
        let path = try folder.write(bytes, to: "damaged.avi")
        let reader = try ClipReader(DecodeRequest(path: path, frames: .all))
        var good = 0
        do throws(DecodeError) {
            while try reader.nextFrame() != nil { good += 1 }
            Issue.record("the damage went unnoticed")
        } catch {
            guard case .damagedFrame(let index, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(index == good)
            #expect(throws: error) { try reader.nextFrame() }
        }
    }

    private func frames(_ path: String, _ rule: FrameRule) throws -> [Frame] {
        let reader = try ClipReader(DecodeRequest(path: path, frames: rule))
        var frames: [Frame] = []
        while let frame = try reader.nextFrame() { frames.append(frame) }
        return frames
    }
}
