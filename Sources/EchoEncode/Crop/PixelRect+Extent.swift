internal import EchoCore

extension PixelRect {
    /// Columns held, the last included.
    var width: Int { maxX - minX + 1 }
    /// Rows held, the last included.
    var height: Int { maxY - minY + 1 }
    /// Pixels held.
    var pixelCount: Int { width * height }
}

extension PixelRect {
    /// Whether a pixel lies inside.
    func holds(row: Int, column: Int) -> Bool {
        row >= minY && row <= maxY && column >= minX && column <= maxX
    }
}
