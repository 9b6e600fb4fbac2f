internal import EchoCore

/// What each pixel did over a clip: its light and how steadily it changed.
///
/// No frame is kept. A pixel's light is the largest of its three channels, so that colored furniture counts in full.
struct PixelStatistics: Sendable {
    /// The pictures' extent.
    let size: PictureSize
    /// Frames taken in.
    private(set) var frameCount = 0
    /// Darkest light so far, one a pixel.
    private(set) var darkest: [UInt8]
    /// Brightest light so far, one a pixel.
    private(set) var brightest: [UInt8]
    /// Sum of light over the frames, one a pixel.
    private(set) var light: [UInt32]
    /// Sum of ``MaskThresholds/changeCap``-bounded changes between neighboring frames, one a pixel.
    private(set) var change: [UInt32]
    private var last: [UInt8]

    /// Starts with no frame.
    init(size: PictureSize) {
        self.size = size
        darkest = [UInt8](repeating: 255, count: size.pixelCount)
        brightest = [UInt8](repeating: 0, count: size.pixelCount)
        light = [UInt32](repeating: 0, count: size.pixelCount)
        change = [UInt32](repeating: 0, count: size.pixelCount)
        last = [UInt8](repeating: 0, count: size.pixelCount)
    }

    /// Takes a frame in.
    mutating func add(_ frame: Frame) {
        let counts = frameCount > 0
        let cap = MaskThresholds.changeCap
        frame.pixels.withUnsafeBufferPointer { source in
            for place in 0..<size.pixelCount {
                let at = place * 3
                let value = max(source[at], source[at + 1], source[at + 2])
                darkest[place] = min(darkest[place], value)
                brightest[place] = max(brightest[place], value)
                light[place] &+= UInt32(value)
                if counts {
                    let before = last[place]
                    change[place] &+= UInt32(min(value > before ? value - before : before - value, cap))
                }
                last[place] = value
            }
        }
        frameCount += 1
    }

    /// Mean light, 0...255, one a pixel.
    var meanLight: [Float] { light.map { Float($0) / Float(frameCount) } }

    /// Mean bounded change between neighboring frames, one a pixel; all 0 for one frame.
    var meanChange: [Float] { change.map { Float($0) / Float(max(frameCount - 1, 1)) } }
}
