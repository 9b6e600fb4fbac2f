import EchoCore
import Foundation

/// A picture that is drawn on everywhere but within the sector.
struct PastedPicture {
    private(set) var pixels: [UInt8]
    private let size: PictureSize
    private let sector: PixelRect

    /// A mark's extent in pixels, and the step to the next.
    private static let mark = (width: 5, height: 7, step: 6)
    /// How bright marks are, of 255.
    private static let ink: UInt8 = 230

    init(frame: Frame, sector: PixelRect) {
        pixels = frame.pixels
        size = frame.size
        self.sector = sector
    }

    /// Writes at the top left.
    mutating func banner(_ text: String) {
        for (place, character) in text.utf8.enumerated() {
            for row in 0..<Self.mark.height {
                for column in 0..<Self.mark.width where Self.isInked(character, row, column) {
                    dot(2 + place * Self.mark.step + column, 2 + row, (Self.ink, Self.ink, Self.ink))
                }
            }
        }
    }

    /// Draws a green beat after beat along the bottom; `phase` moves it, as a running ECG does.
    mutating func trace(phase: Int) {
        let base = size.height - 6
        for column in 0..<size.width {
            let beat = Double((column + 3 * phase) % 40) / 40
            let spike = 9 * exp(-pow((beat - 0.3) / 0.03, 2)) + 2 * exp(-pow((beat - 0.6) / 0.08, 2))
            dot(column, base - Int(spike), (40, Self.ink, 40))
        }
    }

    /// Draws depth ticks down the right edge, every tenth of the height.
    mutating func ticks() {
        for tick in 1..<10 {
            for column in (size.width - 5)..<size.width {
                dot(column, tick * size.height / 10, (Self.ink, Self.ink, Self.ink))
            }
        }
    }

    private mutating func dot(_ column: Int, _ row: Int, _ color: (UInt8, UInt8, UInt8)) {
        guard (0..<size.width).contains(column), (0..<size.height).contains(row), !sector.holds(column, row)
        else { return }
        let place = (row * size.width + column) * 3
        (pixels[place], pixels[place + 1], pixels[place + 2]) = color
    }

    private static func isInked(_ character: UInt8, _ row: Int, _ column: Int) -> Bool {
        var generator = SeededGenerator(seed: UInt64(character), stream: UInt64(row))
        return generator.next() >> UInt64(column) & 1 == 1 && character != 32
    }
}
