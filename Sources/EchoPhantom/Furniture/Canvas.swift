internal import EchoCore

/// An RGB picture to draw text, lines and boxes on.
struct Canvas {
    let size: PictureSize
    /// Shape `[height, width, 3]`.
    var pixels: [UInt8]

    init(size: PictureSize) {
        self.size = size
        pixels = [UInt8](repeating: 0, count: size.pixelCount * 3)
    }

    /// Colors one pixel; outside the picture nothing happens.
    mutating func dot(_ x: Int, _ y: Int, _ color: SIMD3<UInt8>) {
        guard x >= 0, y >= 0, x < size.width, y < size.height else { return }
        let place = (y * size.width + x) * 3
        pixels[place] = color.x
        pixels[place + 1] = color.y
        pixels[place + 2] = color.z
    }

    /// Fills a rectangle.
    mutating func fill(x: Int, y: Int, width: Int, height: Int, _ color: SIMD3<UInt8>) {
        for row in y..<max(y + height, y) { for column in x..<max(x + width, x) { dot(column, row, color) } }
    }

    /// Draws a straight line of a thickness in pixels.
    mutating func line(
        from start: SIMD2<Float>, to end: SIMD2<Float>, thickness: Int = 1, _ color: SIMD3<UInt8>
    ) {
        let way = end - start
        let steps = max(Int(max(abs(way.x), abs(way.y)).rounded(.up)), 1)
        for step in 0...steps {
            let place = start + way * (Float(step) / Float(steps))
            fill(
                x: Int(place.x.rounded()), y: Int(place.y.rounded()), width: thickness, height: thickness,
                color)
        }
    }

    /// Writes a line of text; characters that the font lacks leave a gap.
    ///
    /// - Parameters:
    ///   - scale: pixels a font's dot, at least 1.
    mutating func text(_ text: String, x: Int, y: Int, scale: Int, _ color: SIMD3<UInt8>) {
        var left = x
        for character in text.uppercased() {
            for (row, bits) in (BitmapFont.rows(character) ?? []).enumerated() {
                for column in 0..<BitmapFont.width where bits & (0x10 >> UInt8(column)) != 0 {
                    fill(x: left + column * scale, y: y + row * scale, width: scale, height: scale, color)
                }
            }
            left += (BitmapFont.width + 1) * scale
        }
    }

    /// How wide a text gets, pixels.
    static func width(of text: String, scale: Int) -> Int { text.count * (BitmapFont.width + 1) * scale }
}
