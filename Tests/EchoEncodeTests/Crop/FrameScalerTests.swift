internal import Crypto
internal import EchoCore
internal import EchoEncode
internal import EchoTesting
internal import Foundation
internal import Testing

@Suite("Frame scaler") struct FrameScalerTests {
    private struct Golden: Decodable {
        struct Case: Decodable {
            let w: Int
            let h: Int
            let in_sha256: String
            let out_sha256: String
        }
        let cases: [Case]
    }

    private struct Peer: Decodable {
        struct Case: Decodable {
            let seed: UInt64
            let width: Int
            let height: Int
            let sha256: String
        }
        let cases: [Case]
    }

    @Test("gives the reference's bytes for all eight golden crops")
    func matchesGoldenCrops() throws {
        let path = Fixtures.root.appending(path: "Tests/EchoEncodeTests/Golden/crop/crop_scale.json")
        let golden = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: path))
        #expect(golden.cases.count == 8)
        for item in golden.cases {
            let frame = Self.pattern(width: item.w, height: item.h)
            #expect(Self.sha256(frame.pixels) == item.in_sha256, "\(frame.size) input")
            let scaled = FrameScaler(rule: .echoCLIP, channels: .rgb).scaled(frame)
            #expect(Self.sha256(scaled.pixels) == item.out_sha256, "\(frame.size)")
        }
    }

    @Test("gives OpenCV's bytes for noise of 600 sizes and aspects")
    func matchesOpenCV() throws {
        let path = Fixtures.root.appending(path: "Tests/EchoEncodeTests/Golden/crop/opencv_sizes.json")
        let peer = try JSONDecoder().decode(Peer.self, from: Data(contentsOf: path))
        #expect(peer.cases.count == 600)
        for item in peer.cases {
            var random = SplitMix64(seed: item.seed)
            let pixels = (0..<item.width * item.height * 3).map { _ in UInt8(random.next() >> 56) }
            let frame = Self.frame(width: item.width, height: item.height, pixels)
            let scaled = FrameScaler(rule: .echoCLIP, channels: .rgb).scaled(frame)
            #expect(Self.sha256(scaled.pixels) == item.sha256, "\(frame.size)")
        }
    }

    @Test("gives the channels in the order asked for")
    func ordersChannels() {
        let pixels = (0..<30 * 30).flatMap { _ in [10, 20, 30] as [UInt8] }
        let frame = Self.frame(width: 30, height: 30, pixels)
        let rgb = FrameScaler(channels: .rgb).scaled(frame)
        let bgr = FrameScaler(channels: .bgr).scaled(frame)
        #expect(Array(rgb.pixels.prefix(3)) == [10, 20, 30])
        #expect(Array(bgr.pixels.prefix(3)) == [30, 20, 10])
        #expect(bgr.channels == .bgr)
    }

    @Test("blanks what the mask leaves out before it scales", arguments: ChannelOrder.allCases)
    func masksFirst(channels: ChannelOrder) {
        let size = PictureSize(width: 60, height: 40)
        var random = SplitMix64(seed: 5)
        let noise = (0..<size.pixelCount * 3).map { _ in UInt8(random.next() >> 56) }
        let inside = (0..<size.pixelCount).map { UInt8($0 % 60 < 31 ? 1 : 0) }
        let blanked = noise.indices.map { noise[$0] * inside[$0 / 3] }
        let mask = SectorMask(size: size, pixels: inside, method: .pixels, reason: "half")
        let scaler = FrameScaler(rule: CropRule(zoom: 0, side: 50), channels: channels)
        let masked = scaler.scaled(Self.frame(width: 60, height: 40, noise), mask: mask)
        #expect(masked == scaler.scaled(Self.frame(width: 60, height: 40, blanked)))
        #expect(masked != scaler.scaled(Self.frame(width: 60, height: 40, noise)))
    }

    @Test(
        "scales what the reference crashes on",
        arguments: [[1, 1], [2, 300], [300, 2], [1, 300], [3, 3], [9, 9]])
    func scalesDegenerateSizes(size: [Int]) {
        let pixels = [UInt8](repeating: 77, count: size[0] * size[1] * 3)
        let scaled = FrameScaler().scaled(Self.frame(width: size[0], height: size[1], pixels))
        #expect(scaled.pixels == [UInt8](repeating: 77, count: 224 * 224 * 3))
    }

    private static func pattern(width: Int, height: Int) -> Frame {
        var pixels = [UInt8]()
        for row in 0..<height {
            for column in 0..<width {
                for channel in 0..<3 {
                    let (x, y, k) = (Double(column), Double(row), Double(channel))
                    let waves = 100 * sin(x / (7 + 3 * k)) * cos(y / (11 - 2 * k))
                    let wave = 127 + waves + 20 * sin((x + y) / 3)
                    pixels.append(UInt8(min(max(wave, 0), 255).rounded(.toNearestOrEven)))
                }
            }
        }
        return frame(width: width, height: height, pixels)
    }

    private static func frame(width: Int, height: Int, _ pixels: [UInt8]) -> Frame {
        Frame(index: 0, time: .zero, size: PictureSize(width: width, height: height), pixels: pixels)
    }

    private static func sha256(_ bytes: [UInt8]) -> String {
        ContentHash(digest: SHA256.hash(data: bytes)).hex
    }
}
