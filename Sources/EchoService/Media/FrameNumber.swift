import EchoCore

/// Writes a frame's number into a picture's corner: white digits on black.
enum FrameNumber {
    /// Rows of three dots for each digit, from the top; the leftmost dot is worth 4.
    private static let digits: [[UInt8]] = [
        [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 3, 1, 7], [5, 5, 7, 1, 1],
        [7, 4, 7, 1, 7], [7, 4, 7, 5, 7], [7, 1, 2, 2, 2], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7],
    ]
    /// Pixels a side of one dot.
    private static let dot = 2
    private static let (columns, rows) = (4, 7)

    /// - Parameter pixels: shape `[height, width, 3]`; a picture too small for the number stays as it is.
    static func draw(_ number: Int, on pixels: inout [UInt8], of size: PictureSize) {
        let shown = String(number).utf8.map { Int($0) - 48 }
        let (width, height) = ((shown.count * columns + 1) * dot, rows * dot)
        guard number >= 0, size.width >= width, size.height >= height else { return }
        for row in 0..<height {
            for column in 0..<width {
                let value = isLit(shown, row: row / dot - 1, column: column / dot - 1) ? UInt8(255) : 0
                for channel in 0..<3 { pixels[(row * size.width + column) * 3 + channel] = value }
            }
        }
    }

    private static func isLit(_ shown: [Int], row: Int, column: Int) -> Bool {
        guard (0..<5).contains(row), column >= 0, column % columns < 3, column / columns < shown.count
        else { return false }
        return digits[shown[column / columns]][row] >> (2 - column % columns) & 1 == 1
    }
}
