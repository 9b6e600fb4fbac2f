internal import EchoCore

/// A picture being drawn, which remembers where furniture was put.
struct SyntheticCanvas {
    let size: PictureSize
    var pixels: [UInt8]
    var drawn: [UInt8]

    init(size: PictureSize) {
        self.size = size
        pixels = [UInt8](repeating: 0, count: size.pixelCount * 3)
        drawn = [UInt8](repeating: 0, count: size.pixelCount)
    }

    mutating func set(_ place: Int, _ color: (UInt8, UInt8, UInt8)) {
        (pixels[place * 3], pixels[place * 3 + 1], pixels[place * 3 + 2]) = color
    }

    /// A dot of furniture, `side` pixels square, clipped to the picture.
    mutating func dot(_ column: Int, _ row: Int, side: Int = 1, _ color: (UInt8, UInt8, UInt8)) {
        for y in row..<row + side where y >= 0 && y < size.height {
            for x in column..<column + side where x >= 0 && x < size.width {
                set(y * size.width + x, color)
                drawn[y * size.width + x] = 1
            }
        }
    }
}
