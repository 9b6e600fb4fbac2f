import EchoCore
import EchoDecode
import EchoTesting
import Foundation
import Testing

@Suite("PNG file") struct PNGFileTests {
    @Test("reads back as it was written", arguments: UInt64(0)..<12)
    func readsBack(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let size = PictureSize(
            width: .random(in: 1...97, using: &random), height: .random(in: 1...61, using: &random))
        let pixels = (0..<size.pixelCount * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        let folder = try ScratchFolder()
        try PNGFile.write(rgb: pixels, size: size, to: folder.path("a.png"))
        let reader = try ClipReader(DecodeRequest(path: folder.path("a.png"), frames: .all))
        #expect(reader.clip.size == size && reader.clip.frameCount == 1 && reader.clip.codec == "png")
        #expect(try reader.nextFrame()?.pixels == pixels)
        #expect(try reader.nextFrame() == nil)
    }

    @Test("says by the system's number why it cannot write")
    func refusesAbsentFolder() throws {
        let path = try ScratchFolder().path("absent/a.png")
        #expect(throws: DecodeError.notWritten(status: ENOENT)) {
            try PNGFile.write(rgb: [1, 2, 3], size: PictureSize(width: 1, height: 1), to: path)
        }
    }
}
