import EchoCore
import EchoTesting
import Foundation

/// One seeded way of damaging a clip's bytes.
enum MutatedClip {
    /// Small files of every container and many codecs.
    static let sources = [
        "video/small.avi", "video/small.mp4", "video/small_mpeg4.avi", "video/small_hevc.mp4",
        "video/small.gif", "video/single.png", "video/single.jpg", "video/h264_bframes.mp4", "video/vp9.webm",
        "dicom/rgb-odd-explicit.dcm", "dicom/rgb-odd-deflated.dcm", "dicom/palette-8-16-explicit.dcm",
        "dicom/mono2-12-voi-lut.dcm", "dicom/rle-rgb-odd.dcm", "dicom/baseline-422-echo.dcm",
        "dicom/lossless-rgb-odd.dcm", "dicom/jpeg-ls-rgb-odd.dcm", "dicom/j2k-rgb-odd.dcm", "dicom/mpeg2.dcm",
        "dicom/h264.dcm", "dicom/hevc.dcm", "dicom/report.dcm", "service/run/clip_0.dcm",
    ]
    /// Damages of each.
    static let seeds: UInt64 = 24

    /// Cuts, flips, zeroes, sets extreme numbers, or repeats a part.
    static func bytes(of source: [UInt8], seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed &* 31 &+ UInt64(source.count))
        var bytes = source
        switch seed % 5 {
        case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        case 1:
            for _ in 0..<Int.random(in: 1...24, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
        case 2:
            let start = Int.random(in: bytes.indices, using: &random)
            for place in start..<min(bytes.count, start + 700) { bytes[place] = 0 }
        case 3:
            let head = 0..<min(1_600, bytes.count - 4)
            for _ in 0..<3 {
                let place = Int.random(in: head, using: &random)
                let value: UInt8 = [0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
                for offset in 0..<4 { bytes[place + offset] = value }
            }
        default:
            let start = Int.random(in: bytes.indices, using: &random)
            bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + 300)], at: start)
        }
        return bytes
    }
}
