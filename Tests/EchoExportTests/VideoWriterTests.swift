import EchoCore
import EchoDecode
import EchoExport
import EchoTesting
import Foundation
import Testing

@Suite("Video files") struct VideoWriterTests {
    static let sizes = [(64, 48), (224, 224), (640, 480), (66, 50)].map {
        PictureSize(width: $0.0, height: $0.1)
    }
    /// The most that lossy coding may change a gray level in the mean.
    static let most: [VideoFormat: Double] = [.avi: 3, .mp4: 4]

    private func write(
        _ scene: ExportScene, as format: VideoFormat, to path: String, comment: String = "simulated"
    ) throws {
        let clip = ExportClip(
            size: scene.size, frameTimes: scene.times, isGray: scene.isGray, comment: comment)
        var writer = try VideoWriter(path: path, clip: clip, format: format)
        for frame in scene.frames { try writer.add(frame) }
        try writer.finish()
    }

    private func frames(of reader: ClipReader) throws -> [Frame] {
        var frames: [Frame] = []
        while let frame = try reader.nextFrame() { frames.append(frame) }
        return frames
    }

    @Test(
        "decode to what was written, at the times that were written", arguments: VideoFormat.allCases, sizes)
    func roundTrip(format: VideoFormat, size: PictureSize) throws {
        let scratch = try ScratchFolder()
        let path = scratch.path("clip.\(format.rawValue)")
        for isGray in [true, false] {
            let times = format == .avi ? ExportScene.even(11) : ExportScene.uneven(11)
            let scene = ExportScene(size: size, isGray: isGray, times: times)
            try write(scene, as: format, to: path)
            let reader = try ClipReader(DecodeRequest(path: path, frames: .all))
            #expect(reader.clip.size == size)
            #expect(reader.clip.codec == (format == .avi ? "mjpeg" : "h264"))
            #expect(reader.clip.frameTimes.count == times.count)
            for (found, wanted) in zip(reader.clip.frameTimes, times) { #expect(abs(found - wanted) < 1) }
            let most = try #require(Self.most[format])
            for (found, wanted) in zip(try frames(of: reader), scene.frames) {
                #expect(ExportScene.grayDifference(found, wanted) <= most)
            }
        }
    }

    @Test("hold odd sizes as AVI, and say what to do as MP4", arguments: [(65, 48), (64, 49), (63, 47)])
    func oddSizes(width: Int, height: Int) throws {
        let scratch = try ScratchFolder()
        let size = PictureSize(width: width, height: height)
        let scene = ExportScene(size: size, isGray: true, times: ExportScene.even(3))
        try write(scene, as: .avi, to: scratch.path("odd.avi"))
        let reader = try ClipReader(DecodeRequest(path: scratch.path("odd.avi"), frames: .all))
        for (found, wanted) in zip(try frames(of: reader), scene.frames) {
            #expect(ExportScene.difference(found, wanted) <= 3)
        }
        #expect(throws: ExportError.oddSize(size)) {
            try write(scene, as: .mp4, to: scratch.path("odd.mp4"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["odd.avi"])
    }

    @Test("hold a single frame", arguments: VideoFormat.allCases)
    func singleFrame(format: VideoFormat) throws {
        let scratch = try ScratchFolder()
        let scene = ExportScene(size: PictureSize(width: 96, height: 64), isGray: true, times: [0])
        try write(scene, as: format, to: scratch.path("still"))
        let reader = try ClipReader(DecodeRequest(path: scratch.path("still"), frames: .all))
        #expect(reader.clip.frameCount == 1)
        #expect(try frames(of: reader).count == 1)
    }

    @Test("refuse uneven times as AVI")
    func unevenTimes() throws {
        let scratch = try ScratchFolder()
        let scene = ExportScene(
            size: PictureSize(width: 64, height: 48), isGray: true, times: ExportScene.uneven(6))
        #expect(throws: ExportError.unevenTimes(shortest: 10, longest: 25)) {
            try write(scene, as: .avi, to: scratch.path("clip.avi"))
        }
    }

    @Test("are the same bytes each time, and name no encoder", arguments: VideoFormat.allCases)
    func determinism(format: VideoFormat) throws {
        let scratch = try ScratchFolder()
        let scene = ExportScene(
            size: PictureSize(width: 128, height: 96), isGray: false, times: ExportScene.even(7))
        try write(scene, as: format, to: scratch.path("one"))
        try write(scene, as: format, to: scratch.path("two"))
        let one = try Data(contentsOf: URL(filePath: scratch.path("one")))
        #expect(one == FileManager.default.contents(atPath: scratch.path("two")))
        for name in ["Lavf", "Lavc", "x264"] { #expect(one.range(of: Data(name.utf8)) == nil, "\(name)") }
        #expect(one.range(of: Data("simulated".utf8)) != nil)
    }

    @Test("begin with what a player needs first")
    func fastStart() throws {
        let scratch = try ScratchFolder()
        let scene = ExportScene(
            size: PictureSize(width: 128, height: 96), isGray: true, times: ExportScene.even(7))
        try write(scene, as: .mp4, to: scratch.path("clip.mp4"))
        let bytes = try Data(contentsOf: URL(filePath: scratch.path("clip.mp4")))
        let index = try #require(bytes.range(of: Data("moov".utf8)))
        let pictures = try #require(bytes.range(of: Data("mdat".utf8)))
        #expect(index.lowerBound < pictures.lowerBound)
    }

    @Test("leave nothing where the writer is dropped, and refuse a folder that is not there")
    func dropped() throws {
        let scratch = try ScratchFolder()
        let scene = ExportScene(
            size: PictureSize(width: 64, height: 48), isGray: true, times: ExportScene.even(5))
        let clip = ExportClip(size: scene.size, frameTimes: scene.times, isGray: true)
        func drop() throws {
            var writer = try VideoWriter(path: scratch.path("clip.mp4"), clip: clip, format: .mp4)
            try writer.add(scene.frames[0])
        }
        try drop()
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
        #expect(throws: ExportError.unwritable(status: -ENOENT)) {
            _ = try VideoWriter(path: scratch.path("no/clip.avi"), clip: clip, format: .avi)
        }
    }
}
