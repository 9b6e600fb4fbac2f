import EchoCore
import EchoDecode
import EchoTesting
import Foundation

/// A seeded damage of one of the table's small files.
struct DICOMMutation {
    /// One of each way in which pixels are stored.
    static let sources = [
        "rgb-odd-explicit", "rgb-odd-implicit", "rgb-odd-big-endian", "rgb-odd-deflated", "ybr-422-raw",
        "palette-8-16-explicit", "mono2-12-voi-lut", "mono2-8-modality-lut", "rle-rgb-odd", "rle-mono2-16",
        "baseline-422-odd", "baseline-mono", "extended-12-mono", "lossless-rgb-odd", "lossless-mono2-16",
        "jpeg-ls-rgb-odd", "jpeg-ls-near-mono-12", "j2k-rgb-odd", "ybr-ict-odd", "j2k-mono2-16", "mpeg2",
        "h264",
        "h264-4.2", "hevc", "fragments-extended-table", "report",
    ]

    let source: String
    private(set) var bytes: [UInt8]

    /// Seeds run through the sources, then through four kinds of damage.
    init(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        source = Self.sources[Int(seed % UInt64(Self.sources.count))]
        bytes = [UInt8](try Data(contentsOf: URL(filePath: Fixtures.made("dicom/\(source).dcm"))))
        let header = min(1400, bytes.count)
        switch seed / UInt64(Self.sources.count) % 4 {
        case 0: bytes.removeSubrange(Int.random(in: 0..<bytes.count, using: &random)...)
        case 1: flip(in: 132..<header, times: 1...3, using: &random)
        case 2: flip(in: header..<max(header + 1, bytes.count), times: 1...40, using: &random)
        default: overwrite(using: &random)
        }
    }

    private mutating func flip(
        in range: Range<Int>, times: ClosedRange<Int>, using random: inout SplitMix64
    ) {
        for _ in 0..<Int.random(in: times, using: &random) {
            let place = Int.random(in: range, using: &random)
            guard place < bytes.count else { continue }
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
    }

    /// Sets two or four bytes to extreme values, as lengths and extents would be forged.
    private mutating func overwrite(using random: inout SplitMix64) {
        let extremes: [[UInt8]] = [
            [0, 0], [255, 255], [255, 255, 255, 255], [0, 0, 0, 128], [254, 255, 0, 224], [1, 0],
        ]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let value = extremes.randomElement(using: &random) ?? []
            let place = Int.random(in: 0..<(bytes.count - 4), using: &random)
            bytes.replaceSubrange(place..<(place + value.count), with: value)
        }
    }
}
