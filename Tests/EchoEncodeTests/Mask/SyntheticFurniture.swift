internal import EchoCore
internal import EchoTesting
internal import Foundation

/// What a scanner draws around the sector: name, logo, ticks, color bar, ECG, heart rate.
struct SyntheticFurniture {
    let geometry: SyntheticSector
    let scale: Int
    let scrolls: Bool
    let hasECG: Bool
    let marksEdge: Bool
    let logoHue: UInt8

    init(geometry: SyntheticSector, edgeMarks: Bool, using random: inout SplitMix64) {
        self.geometry = geometry
        scale = max(1, geometry.size.height / 300)
        scrolls = Bool.random(using: &random)
        hasECG = Int.random(in: 0..<4, using: &random) > 0
        marksEdge = Bool.random(using: &random) && edgeMarks
        logoHue = UInt8.random(in: 60...255, using: &random)
    }

    /// Pixels of a name of random letters: in the upper left corner, or over the sector's left side.
    func banner(over: Bool, using random: inout SplitMix64) -> [UInt8] {
        var members = [UInt8](repeating: 0, count: geometry.size.pixelCount)
        let row = over ? geometry.size.height * 9 / 20 : 3
        let axis = Int(geometry.apex.column)
        let reach = Int((Double(row) - geometry.apex.row) * tan(geometry.halfAngle))
        let column = over ? max(2, axis - reach - 30 * scale) : 4
        for letter in 0..<14 {
            for (x, y) in glyph(random.next()) {
                let place = (row + y) * geometry.size.width + column + letter * 6 * scale + x
                if !over, geometry.holds(row + y, column + letter * 6 * scale + x) { continue }
                members[place] = 1
            }
        }
        return members
    }

    /// The pixels of a 5 x 7 letter of random dots, scaled.
    private func glyph(_ bits: UInt64) -> [(Int, Int)] {
        var pixels: [(Int, Int)] = []
        for dot in 0..<35 where bits >> UInt64(dot) & 1 == 1 {
            for y in 0..<scale {
                for x in 0..<scale { pixels.append((dot % 5 * scale + x, dot / 5 * scale + y)) }
            }
        }
        return pixels
    }

    func draw(_ index: Int, of count: Int, on canvas: inout SyntheticCanvas) {
        let (width, height) = (geometry.size.width, geometry.size.height)
        for row in stride(from: height / 10, to: height * 9 / 10, by: max(8, height / 24)) {
            canvas.dot(width - width / 14, row, side: 2, (200, 200, 200))
        }
        for row in height / 5..<height / 2 {
            let level = UInt8(255 - (row - height / 5) * 255 / height * 3)
            for column in 0..<width / 60 { canvas.dot(width - 6 - column, row, (level, level, level)) }
        }
        for row in 0..<height / 14 {
            for column in 0..<height / 14 {
                canvas.dot(width - width / 9 + column, 4 + row, (30, 60, logoHue))
            }
        }
        digits(index, on: &canvas)
        if hasECG { trace(index, of: count, on: &canvas) }
        if marksEdge { edgeMarks(on: &canvas) }
    }

    /// The heart rate, which changes every fifth frame and blinks.
    private func digits(_ index: Int, on canvas: inout SyntheticCanvas) {
        guard index % 5 != 4 else { return }
        for letter in 0..<2 {
            let bits = UInt64(index / 5 + letter + 3) &* 0x9E37_79B9_7F4A_7C15
            for (x, y) in glyph(bits) {
                canvas.dot(
                    geometry.size.width - (20 - 6 * letter) * scale + x,
                    geometry.size.height - 10 * scale + y,
                    (80, 255, 80))
            }
        }
    }

    /// An ECG along the bottom: drawn by a sweep with a gap before it, or scrolling.
    private func trace(_ index: Int, of count: Int, on canvas: inout SyntheticCanvas) {
        let (width, height) = (geometry.size.width, geometry.size.height)
        let head = width / 10 + index * width * 7 / 10 / count
        var last = height * 19 / 20
        for column in width / 10..<width * 8 / 10 {
            let phase = (column + (scrolls ? index * width / 60 : 0)) % (width / 4)
            let spike = max(0, width / 80 - abs(phase - width / 8))
            let row = height * 19 / 20 - spike * height / 16 * 80 / width
            if scrolls || column < head - width / 40 || column > head {
                for y in min(row, last)...max(row, last) { canvas.dot(column, y, (40, 230, 40)) }
            }
            last = row
        }
    }

    /// Depth marks on the sector's right side; they lie half on tissue, and are no secret.
    private func edgeMarks(on canvas: inout SyntheticCanvas) {
        for step in 1..<12 {
            let radius = geometry.nearRadius + (geometry.farRadius - geometry.nearRadius) * Double(step) / 12
            let down = geometry.isTrapezoid ? radius : radius * cos(geometry.halfAngle)
            let row = Int(geometry.apex.row + down)
            let column = Int(geometry.apex.column + down * tan(geometry.halfAngle))
            for place in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let (x, y) = (column + place.0, row + place.1)
                guard x < geometry.size.width, y < geometry.size.height, y >= 0 else { continue }
                canvas.set(y * geometry.size.width + x, (220, 220, 220))
            }
        }
    }
}
