import EchoEncode
import EchoTensor
import Foundation
import Testing

/// The reference's numbers, and what is needed to hold ours against them.
enum TowerGolden {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden")

    /// The seeded model of `tiny_clip_config.json`.
    static let tiny = ModelConfiguration(
        embedDimension: 32,
        vision: VisionConfiguration(depths: [1, 1, 2, 1], widths: [16, 32, 64, 128], imageSize: 64),
        text: TextConfiguration(width: 64, heads: 4, layers: 2, contextLength: 77, vocabularySize: 1000))

    static func file(_ name: String) throws -> SafetensorsFile {
        try SafetensorsFile(path: folder.appending(path: name).path)
    }

    /// The whole numbers of a file's tensor of I32 or I64, of which no model has any.
    static func integers(_ name: String, in file: String) throws -> [Int] {
        let info = try #require(try Self.file(file)[name])
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file))[info.bytes])
        return bytes.withUnsafeBytes { buffer in
            (0..<info.count).map { place in
                info.type == .i32
                    ? Int(buffer.loadUnaligned(fromByteOffset: place * 4, as: Int32.self))
                    : buffer.loadUnaligned(fromByteOffset: place * 8, as: Int.self)
            }
        }
    }

    /// The pixels of a version 1 npy file of bytes.
    static func pixels(_ name: String) throws -> [UInt8] {
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "crop/\(name)")))
        return Array(bytes[(10 + Int(bytes[8]) + 256 * Int(bytes[9]))...])
    }

    /// Item `index` of a `[items, channels, pixels…]` tensor, as `[pixels, channels]`.
    static func pixelMajor(_ tensor: FloatTensor, item index: Int) -> [Float] {
        let (channels, pixels) = (tensor.shape[1], tensor.shape[2...].reduce(1, *))
        return (0..<channels * pixels).map {
            tensor[(index * channels + $0 % channels) * pixels + $0 / channels]
        }
    }

    /// Item `index` along the first axis.
    static func item(_ tensor: FloatTensor, _ index: Int) -> [Float] {
        let size = tensor.shape.dropFirst().reduce(1, *)
        return Array(tensor.values[(index * size)..<((index + 1) * size)])
    }

    static func cosine(_ first: [Float], _ second: [Float]) -> Double {
        var (product, one, two) = (0.0, 0.0, 0.0)
        for (a, b) in zip(first, second) {
            product += Double(a) * Double(b)
            one += Double(a) * Double(a)
            two += Double(b) * Double(b)
        }
        return product / (one * two).squareRoot()
    }

    static func largestDifference(_ found: [Float], _ expected: [Float]) -> Float {
        zip(found, expected).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
}
