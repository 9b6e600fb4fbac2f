internal import EchoCore

/// The two passes, in the order of operations of Intel IPP, which decides where a sum falls on a half.
extension FrameScaler {
    /// Scales each row: `[height, width, 3]` bytes to `[height, side, 3]` floats.
    ///
    /// Within the picture one fused multiply-add after another, from the first tap to the last. Where a tap lies
    /// beyond the border the even and the odd pair are each one fused multiply-add, then added.
    static func across(_ source: [UInt8], window: PixelRect, taps: CubicTaps, side: Int) -> [Float] {
        let stride = window.width * 3
        let weights = taps.weights.map(Double.init)
        return [Float](unsafeUninitializedCapacity: window.height * side * 3) { target, filled in
            source.withUnsafeBufferPointer { source in
                for column in 0..<side {
                    let tap = column * 4
                    let isAtBorder = taps.reachesBeyond(column)
                    let (w0, w1) = (weights[tap], weights[tap + 1])
                    let (w2, w3) = (weights[tap + 2], weights[tap + 3])
                    for row in 0..<window.height {
                        let first = row * stride + taps.positions[tap] * 3
                        let second = row * stride + taps.positions[tap + 1] * 3
                        let third = row * stride + taps.positions[tap + 2] * 3
                        let fourth = row * stride + taps.positions[tap + 3] * 3
                        for channel in 0..<3 {
                            let (s0, s1) = (Double(source[first + channel]), Double(source[second + channel]))
                            let (s2, s3) = (Double(source[third + channel]), Double(source[fourth + channel]))
                            target[(row * side + column) * 3 + channel] =
                                isAtBorder
                                ? fused(s0, w0, Float(s2 * w2)) + fused(s3, w3, Float(s1 * w1))
                                : fused(s3, w3, fused(s2, w2, fused(s1, w1, Float(s0 * w0))))
                        }
                    }
                }
            }
            filled = window.height * side * 3
        }
    }

    /// A multiply-add rounded once: both factors are single-precision, so that their product is exact.
    private static func fused(_ sample: Double, _ weight: Double, _ sum: Float) -> Float {
        Float(sample * weight + Double(sum))
    }

    /// Scales each column: `[height, side, 3]` floats to `[side, side, 3]` bytes, halves to even.
    ///
    /// The outer and the inner pair are each one fused multiply-add, then added.
    static func down(_ source: [Float], taps: CubicTaps, side: Int) -> [UInt8] {
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
