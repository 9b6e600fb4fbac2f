internal import EchoCore

/// Where strongly colored pixels come and go.
///
/// Counts over a grid of square cells: a cell is colored where at least half its pixels are. So a line (ECG, the
/// color box's outline) colors no cell, and what is painted once (a logo, the color scale) is colored in every
/// frame and does not come and go. A tinted gray map is too pale to count.
struct ColorEvidence {
    private let size: PictureSize
    private let side: Int
    private let columns: Int
    private let rows: Int
    /// In how many frames each cell was colored.
    private var colored: [Int]
    private var frames = 0

    /// Cells along the picture's shorter side.
    private static let cellsAlong = 60
    /// Least difference of a pixel's largest and smallest channel, of 255.
    private static let leastChroma = 64
    /// How far red or blue must lead green: flow is shown from red to blue, and a trace or a mark that comes and
    /// goes in green, yellow or cyan.
    private static let leastLead = 24

    init(size: PictureSize) {
        self.size = size
        side = max(2, min(size.width, size.height) / Self.cellsAlong)
        columns = max(1, size.width / side)
        rows = max(1, size.height / side)
        colored = [Int](repeating: 0, count: columns * rows)
    }

    /// Counts one frame's colored cells.
    mutating func add(_ frame: Frame) {
        frames += 1
        var counts = [Int](repeating: 0, count: columns)
        frame.pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<rows {
                for column in counts.indices { counts[column] = 0 }
                for y in row * side..<min((row + 1) * side, size.height) {
                    tally(pixels, row: y, into: &counts)
                }
                for column in counts.indices where counts[column] * 2 >= side * side {
                    colored[row * columns + column] += 1
                }
            }
        }
    }

    private func tally(_ pixels: UnsafeBufferPointer<UInt8>, row: Int, into counts: inout [Int]) {
        for column in 0..<columns {
            let first = (row * size.width + column * side) * 3
            let last = (row * size.width + min((column + 1) * side, size.width)) * 3
            for place in stride(from: first, to: last, by: 3) {
                let (red, green, blue) = (Int(pixels[place]), Int(pixels[place + 1]), Int(pixels[place + 2]))
                let most = max(red, green, blue)
                let chroma = most - min(red, green, blue)
                let isFlow = most - green > Self.leastLead && chroma > Self.leastChroma && chroma * 2 > most
                if isFlow { counts[column] += 1 }
            }
        }
    }

    /// Share of cells colored in the frame that is there, or in any.
    var presentShare: Double { share { $0 > 0 } }

    /// Share of cells that are colored in some frames and not in others.
    var movingShare: Double { share { $0 > 0 && $0 < frames } }

    private func share(where counts: (Int) -> Bool) -> Double {
        Double(colored.count(where: counts)) / Double(colored.count)
    }
}
