public import EchoCore

/// Makes of a decoded frame the square that the model is fed.
///
/// - Source: `crop_and_scale` of echonet/echo_CLIP on OpenCV 4.11 and 5.0 for x86-64.
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
    /// - Returns: the bytes that OpenCV's x86-64 wheels give, which scale by Intel IPP; for about one frame of
    ///   noise in thirty a single byte is off by one level, and windows under 8 pixels are not matched.
    ///   ``CropRule/window(of:)`` says what sizes give on which the reference fails.
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

    /// Scales each row: `[height, width, 3]` bytes to `[height, side, 3]` floats.
    ///
    /// One fused multiply-add after another, from the first tap to the last.
    private static func across(_ source: [UInt8], window: PixelRect, taps: CubicTaps, side: Int) -> [Float] {
        let stride = window.width * 3
        let weights = taps.weights.map(Double.init)
        return [Float](unsafeUninitializedCapacity: window.height * side * 3) { target, filled in
            source.withUnsafeBufferPointer { source in
                for row in 0..<window.height {
                    for column in 0..<side {
                        let tap = column * 4
                        let first = row * stride + taps.positions[tap] * 3
                        let second = row * stride + taps.positions[tap + 1] * 3
                        let third = row * stride + taps.positions[tap + 2] * 3
                        let fourth = row * stride + taps.positions[tap + 3] * 3
                        for channel in 0..<3 {
                            var sum = Float(Double(source[first + channel]) * weights[tap])
                            sum = Float(Double(source[second + channel]) * weights[tap + 1] + Double(sum))
                            sum = Float(Double(source[third + channel]) * weights[tap + 2] + Double(sum))
                            sum = Float(Double(source[fourth + channel]) * weights[tap + 3] + Double(sum))
                            target[(row * side + column) * 3 + channel] = sum
                        }
                    }
                }
            }
            filled = window.height * side * 3
        }
    }

    /// Scales each column: `[height, side, 3]` floats to `[side, side, 3]` bytes, halves to even.
    ///
    /// The outer and the inner pair are each one fused multiply-add, then added.
    private static func down(_ source: [Float], taps: CubicTaps, side: Int) -> [UInt8] {
        let stride = side * 3
        return [UInt8](unsafeUninitializedCapacity: side * stride) { target, filled in
            source.withUnsafeBufferPointer { source in
                for row in 0..<side {
                    let tap = row * 4
                    let (first, second) = (taps.positions[tap] * stride, taps.positions[tap + 1] * stride)
                    let (third, fourth) = (taps.positions[tap + 2] * stride, taps.positions[tap + 3] * stride)
                    let (w0, w1) = (Double(taps.weights[tap]), taps.weights[tap + 1])
                    let (w2, w3) = (Double(taps.weights[tap + 2]), taps.weights[tap + 3])
                    for place in 0..<stride {
                        let upper = Float(
                            Double(source[first + place]) * w0 + Double(source[second + place] * w1))
                        let lower = Float(
                            Double(source[third + place]) * w2 + Double(source[fourth + place] * w3))
                        let sum = min(max(upper + lower, 0), 255)
                        // Adding and taking away 2²³ rounds halves to even, as the default mode does.
                        let level = Int32(sum + 8_388_608 - 8_388_608)
                        target[row * stride + place] = UInt8(truncatingIfNeeded: level)
                    }
                }
            }
            filled = side * stride
        }
    }
}
