public import EchoCore

/// Makes of a decoded frame the square that the model is fed.
///
/// - Source: `crop_and_scale` of echonet/echo_CLIP on OpenCV 4.11 for x86-64.
public struct FrameScaler: Sendable {
    /// How the picture is cut, and the square's side.
    public let rule: CropRule
    /// The result's channel order.
    public let channels: ChannelOrder

    /// Joins the two settings.
    public init(rule: CropRule = .echoCLIP, channels: ChannelOrder = .bgr) {
        self.rule = rule
        self.channels = channels
    }

    /// Blanks what lies outside the mask, then cuts and scales.
    ///
    /// - Parameters:
    ///   - frame: RGB of any extent.
    ///   - mask: of the frame's extent; `nil` blanks nothing.
    /// - Returns: the very bytes that OpenCV's x86-64 wheels give on AVX-512, where Intel IPP scales; on AVX2
    ///   IPP itself differs from that by one level in one byte of noise in 200,000. Windows under 8 pixels are
    ///   not matched. ``CropRule/window(of:)`` says what sizes give on which the reference fails.
    /// - Complexity: O(window + side²).
    public func scaled(_ frame: Frame, mask: SectorMask? = nil) -> ScaledFrame {
        if let mask {
            precondition(mask.size == frame.size, "a mask of \(mask.size) on a frame of \(frame.size)")
        }
        let window = rule.window(of: frame.size)
        let source = planes(of: frame, mask: mask, window: window)
        let rows = CubicTaps(inputs: window.height, outputs: rule.side)
        let columns = CubicTaps(inputs: window.width, outputs: rule.side)
        let narrow = Self.across(source, window: window, taps: columns, side: rule.side)
        let pixels = Self.down(narrow, taps: rows, side: rule.side)
        return ScaledFrame(side: rule.side, channels: channels, pixels: pixels)
    }

    /// The window's bytes in the model's channel order, `[height, width, 3]`, masked.
    private func planes(of frame: Frame, mask: SectorMask?, window: PixelRect) -> [UInt8] {
        let swap = channels == .bgr ? 2 : 0
        return [UInt8](unsafeUninitializedCapacity: window.pixelCount * 3) { target, filled in
            frame.pixels.withUnsafeBufferPointer { source in
                var out = 0
                for row in window.minY...window.maxY {
                    for column in window.minX...window.maxX {
                        let place = row * frame.size.width + column
                        let keep = mask.map { $0.pixels[place] } ?? 1
                        target[out] = source[place * 3 + swap] &* keep
                        target[out + 1] = source[place * 3 + 1] &* keep
                        target[out + 2] = source[place * 3 + 2 - swap] &* keep
                        out += 3
                    }
                }
            }
            filled = window.pixelCount * 3
        }
    }
}
