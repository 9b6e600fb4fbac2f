import EchoCore
import EchoTesting
import Foundation

/// A made-up clip to write: smooth speckle within a fan, each frame another; with a patch of color unless gray.
struct ExportScene {
    let size: PictureSize
    let isGray: Bool
    let times: [Double]
    let frames: [Frame]

    /// Pixels between the noise's grid points, as wide as real speckle.
    private static let grain = 4

    init(size: PictureSize, isGray: Bool, times: [Double], seed: UInt64 = 1) {
        var random = SplitMix64(seed: seed)
        let columns = size.width / Self.grain + 3
        let rows = size.height / Self.grain + 3
        var grid = (0..<columns * rows).map { _ in Float.random(in: 0...255, using: &random) }
        frames = times.enumerated().map { index, time in
            for place in grid.indices {
                grid[place] = 0.8 * grid[place] + 0.2 * Float.random(in: 0...255, using: &random)
            }
            let pixels = Self.paint(size: size, isGray: isGray, grid: grid, columns: columns)
            return Frame(index: index, time: .microseconds(Int64(time * 1_000)), size: size, pixels: pixels)
        }
        (self.size, self.isGray, self.times) = (size, isGray, times)
    }

    private static func paint(size: PictureSize, isGray: Bool, grid: [Float], columns: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: size.pixelCount * 3)
        for y in 0..<size.height {
            for x in 0..<size.width where abs(x - size.width / 2) <= y {
                let (column, row) = (x / grain, y / grain)
                let across = Float(x % grain) / Float(grain)
                let down = Float(y % grain) / Float(grain)
                let place = row * columns + column
                let upper = grid[place] * (1 - across) + grid[place + 1] * across
                let lower = grid[place + columns] * (1 - across) + grid[place + columns + 1] * across
                let gray = UInt8(clamping: Int(upper * (1 - down) + lower * down))
                let start = (y * size.width + x) * 3
                let isFlow = !isGray && y > size.height / 2 && abs(x - size.width / 2) < size.width / 8
                pixels[start] = isFlow ? 200 : gray
                pixels[start + 1] = isFlow ? gray / 2 : gray
                pixels[start + 2] = isFlow ? 30 : gray
            }
        }
        return pixels
    }

    /// Times at an even rate.
    static func even(_ count: Int, interval: Double = 1_000.0 / 47) -> [Double] {
        (0..<count).map { Double($0) * interval }
    }

    /// Times that no rate gives.
    static func uneven(_ count: Int) -> [Double] { (0..<count).map { Double($0 * 20 + ($0 % 3) * 5) } }

    /// The mean difference of two pictures' bytes.
    static func difference(_ left: Frame, _ right: Frame) -> Double {
        guard left.pixels.count == right.pixels.count else { return .infinity }
        let sum = zip(left.pixels, right.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(sum) / Double(left.pixels.count)
    }

    /// The same at the luminance alone, which a codec keeps at full resolution.
    static func grayDifference(_ left: Frame, _ right: Frame) -> Double {
        guard left.pixels.count == right.pixels.count else { return .infinity }
        var sum = 0.0
        for place in stride(from: 0, to: left.pixels.count, by: 3) {
            sum += abs(luminance(left.pixels, place) - luminance(right.pixels, place))
        }
        return sum / Double(left.size.pixelCount)
    }

    /// By BT.601.
    private static func luminance(_ pixels: [UInt8], _ place: Int) -> Double {
        0.299 * Double(pixels[place]) + 0.587 * Double(pixels[place + 1]) + 0.114 * Double(pixels[place + 2])
    }
}
