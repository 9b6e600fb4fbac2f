import EchoCore
import EchoTesting

/// A made-up clip whose kind is known: a sector of moving speckle, with or without flow, a trace, or frozen.
struct VideoScene {
    /// What the classifier should say.
    let kind: ClipKind
    /// The frames, in order.
    let frames: [Frame]
    /// Its making in words, for a failed case.
    let note: String

    typealias Color = (red: Int, green: Int, blue: Int)

    /// The look that a seed chose.
    struct Look {
        var size = PictureSize(width: 320, height: 240)
        var hasLogo = false
        var hasScale = false
        var hasECG = false
        var hasBlinkingMark = false
        var lineColor: Color = (0, 220, 40)
        var markColor: Color = (0, 230, 60)
        var isTinted = false
        var isPanned = false
        var noise = 0
        /// Flow: 0 for none, else the box's half height as a share of the picture's.
        var flow = 0.0
        /// Share of the height, from the bottom, that a time strip takes; 0 for none.
        var strip = 0.0
        var isSwept = false
        var isMMode = false
        var topMoves = true
        var pixelsPerFrame = 3
        var isFrozen = false
    }

    init(kind: ClipKind, seed: UInt64, frameCount: Int = 16) {
        var random = SplitMix64(seed: seed &* 131 &+ 7_000 &+ UInt64(kind.rawValue.utf8.count))
        let look = Self.look(of: kind, using: &random)
        let texture = (0..<1 << 14).map { _ in UInt8.random(in: 0...255, using: &random) }
        let painter = VideoScenePainter(
            look: look, texture: texture, rate: .random(in: 0.15...0.5, using: &random))
        frames = (0..<frameCount).map { index in
            var pixels = painter.paint(frame: look.isFrozen ? 3 : index, shown: index)
            if look.noise > 0 {
                for place in pixels.indices {
                    let value = Int(pixels[place]) + .random(in: -look.noise...look.noise, using: &random)
                    pixels[place] = UInt8(clamping: value)
                }
            }
            return Frame(index: index, time: .milliseconds(33 * index), size: look.size, pixels: pixels)
        }
        self.kind = kind
        note = "\(kind) \(seed): \(look)"
    }

    /// The clip's facts, without any tag.
    var clip: Clip {
        Clip(
            container: "avi", codec: "mjpeg", size: frames[0].size,
            frameTimes: frames.indices.map { Double($0) * 33 })
    }

    private static func look(of kind: ClipKind, using random: inout SplitMix64) -> Look {
        var look = Look()
        if Bool.random(using: &random) { look.size = PictureSize(width: 400, height: 301) }
        look.hasLogo = .random(using: &random)
        look.hasScale = .random(using: &random)
        look.hasECG = .random(using: &random)
        look.hasBlinkingMark = .random(using: &random)
        look.lineColor =
            [(0, 220, 40), (250, 240, 30), (40, 220, 230)].randomElement(using: &random) ?? look.lineColor
        look.markColor = [(0, 230, 60), (240, 20, 40)].randomElement(using: &random) ?? look.markColor
        look.isTinted = .random(using: &random)
        look.noise = [0, 2, 4].randomElement(using: &random) ?? 0
        look.isPanned = Int.random(in: 0..<4, using: &random) == 0
        let hasStrip = kind == .spectral || (kind == .still && Bool.random(using: &random))
        if hasStrip {
            look.strip = .random(in: 0.35...0.7, using: &random)
            look.isSwept = .random(using: &random)
            look.isMMode = .random(using: &random)
            look.topMoves = .random(using: &random)
            look.pixelsPerFrame = .random(in: 2...7, using: &random)
        }
        let hasFlow = kind == .color || (kind != .bMode && Bool.random(using: &random))
        if hasFlow { look.flow = .random(in: 0.08...0.25, using: &random) }
        look.isFrozen = kind == .still
        return look
    }
}
