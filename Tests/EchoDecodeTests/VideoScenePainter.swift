import EchoCore
import Foundation

/// Paints one frame of a ``VideoScene``.
struct VideoScenePainter {
    let look: VideoScene.Look
    /// 128 x 128 random bytes.
    let texture: [UInt8]
    /// The heart's phase per frame, radians.
    let rate: Double

    private var width: Int { look.size.width }
    private var height: Int { look.size.height }

    /// - Parameters:
    ///   - frame: the moment that tissue, flow and trace show.
    ///   - shown: the moment that furniture shows, which goes on where the picture is frozen.
    func paint(frame: Int, shown: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: look.size.pixelCount * 3)
        let top = Int(Double(height) * (1 - look.strip))
        let moment = look.topMoves ? frame : 0
        for y in 0..<top {
            for x in 0..<width { set(&pixels, x, y, tissue(x: x, y: y, top: top, frame: moment)) }
        }
        for y in top..<height {
            for x in 0..<width {
                set(&pixels, x, y, strip(x: x, y: y - top, height: height - top, frame: frame))
            }
        }
        furniture(&pixels, shown: shown)
        if look.hasECG && !look.isFrozen { ecg(&pixels, frame: frame) }
        return pixels
    }

    private typealias Color = VideoScene.Color

    private func set(_ pixels: inout [UInt8], _ x: Int, _ y: Int, _ color: Color) {
        guard x >= 0, x < width, y >= 0, y < height else { return }
        let place = (y * width + x) * 3
        pixels[place] = UInt8(clamping: color.red)
        pixels[place + 1] = UInt8(clamping: color.green)
        pixels[place + 2] = UInt8(clamping: color.blue)
    }

    private func noise(_ x: Double, _ y: Double) -> Int {
        let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        return Int(texture[(row & 127) << 7 | (column & 127)])
    }

    /// Speckle in a sector, a dark chamber that beats, and flow within a box.
    private func tissue(x: Int, y: Int, top: Int, frame: Int) -> Color {
        let (across, down) = (Double(x) - Double(width) / 2, Double(y) - Double(top) * 0.05)
        guard down > 0, abs(across) < down * 0.8, across * across + down * down < Double(top * top) * 0.81
        else {
            return (0, 0, 0)
        }
        let beat = sin(Double(frame) * rate)
        let pan = look.isPanned ? Double(frame) * 1.5 : 0
        let squeeze = 1 + 0.05 * beat
        let texel = noise(across * squeeze / 2 + pan, down * squeeze / 2 + 3 * beat)
        let reach = (across / Double(width) * 5) * (across / Double(width) * 5)
        let depth = (down / Double(top) - 0.5) * 4
        let isChamber = reach + depth * depth < 0.6 + 0.2 * beat
        let grey = isChamber ? texel / 12 : 30 + texel * 5 / 8
        if look.flow > 0, let color = flow(across: across, down: down / Double(top), frame: frame) {
            return color
        }
        return look.isTinted ? (grey, grey * 7 / 8, grey * 5 / 7) : (grey, grey, grey)
    }

    private func flow(across: Double, down: Double, frame: Int) -> Color? {
        let (half, side) = (abs(down - 0.5), abs(across) / Double(width))
        guard half < look.flow, side < look.flow * 0.7 else { return nil }
        let phase = sin(Double(frame) * rate * 2 + across / 9) + 0.5 * sin(down * 31 - Double(frame))
        guard abs(phase) > 0.5 else { return nil }
        let strength = min(255, 120 + Int(abs(phase) * 100))
        return phase > 0 ? (strength, strength / 5, 0) : (0, strength / 4, strength)
    }

    /// A time strip: scrolled to the left, or swept with a dark bar ahead of the newest column.
    private func strip(x: Int, y: Int, height: Int, frame: Int) -> Color {
        let newest = frame * look.pixelsPerFrame
        var moment = x + newest
        if look.isSwept {
            let head = (newest + width / 3) % width
            if x > head && x < head + 8 { return (0, 0, 0) }
            moment = x <= head ? x + (newest + width / 3) / width * width : x - width
        }
        let beat = sin(Double(moment) * 0.06)
        let place = Double(y) / Double(height)
        if look.isMMode {
            let moved = place + 0.06 * beat
            let layer = Int(moved * 9) % 2 == 0 ? 3 : 1
            let grey = 12 + noise(Double(moment), moved * 90) * layer / 5
            return (grey, grey, grey)
        }
        let envelope = max(0.08, 0.4 * max(beat, 0.3 * -beat))
        let velocity = 0.6 - place
        let isFilled = velocity > 0 && velocity < envelope
        let texel = noise(Double(moment), Double(y))
        let grey = isFilled ? 60 + texel * 3 / 5 : texel > 230 ? 30 : 6
        return (grey, grey, grey)
    }

    /// What a scanner paints around its picture.
    private func furniture(_ pixels: inout [UInt8], shown: Int) {
        let white: Color = (220, 220, 220)
        for x in 4..<40 where x % 3 != 0 { for y in 30..<36 { set(&pixels, x, y, white) } }
        if look.hasLogo { for x in 4..<20 { for y in 4..<20 { set(&pixels, x, y, (20, 60, 230)) } } }
        if look.hasScale {
            for y in 20..<90 {
                for x in width - 16..<width - 4 {
                    set(&pixels, x, y, y < 55 ? (255 - y, 20, 0) : (0, 20, 100 + y))
                }
            }
        }
        if look.hasBlinkingMark && shown % 8 < 4 {
            for x in width - 40..<width - 32 { for y in 4..<12 { set(&pixels, x, y, look.markColor) } }
        }
    }

    /// A green line swept along the lower edge.
    private func ecg(_ pixels: inout [UInt8], frame: Int) {
        let head = (frame * 4 + width / 4) % width
        for x in 0..<width where x <= head || x > head + 10 {
            let phase = (x <= head ? x : x + 57) % 70
            let lift = phase < 3 ? phase * 6 : phase < 6 ? (6 - phase) * 6 : 0
            for thick in 0..<2 + (phase < 6 ? 5 : 0) {
                set(&pixels, x, height - 14 - lift + thick, (0, 220, 40))
            }
        }
    }
}
