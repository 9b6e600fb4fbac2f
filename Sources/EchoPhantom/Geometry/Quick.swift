/// Polynomials for the functions that a picture needs often; the same bits on every machine.
enum Quick {
    /// 2 to a power of -120...120; relative error below 2e-5.
    @inline(__always) static func exponential2(_ power: Float) -> Float {
        let bounded = min(max(power, -120), 120)
        let whole = bounded.rounded(.down)
        let part = bounded - whole
        let polynomial =
            1 + part
            * (0.693_147 + part * (0.240_227 + part * (0.055_504 + part * 0.009_618 + part * part * 0.001_5)))
        return polynomial * Float(bitPattern: UInt32(Int32(whole) &+ 127) << 23)
    }

    /// e to a power of at most 80.
    @inline(__always) static func exponential(_ power: Float) -> Float { exponential2(power * 1.442_695) }

    /// The bell curve exp(-x²/2).
    @inline(__always) static func bell(_ x: Float) -> Float { exponential2(x * x * -0.721_347_5) }

    /// A level of decibels as a factor of amplitude.
    @inline(__always) static func amplitude(decibels: Float) -> Float { exponential2(decibels * 0.166_096_4) }

    /// The binary logarithm of a positive normal number; error below 2e-4.
    @inline(__always) static func logarithm2(_ x: Float) -> Float {
        let bits = x.bitPattern
        let exponent = Float(Int32(truncatingIfNeeded: bits >> 23) &- 127)
        let part = Float(bitPattern: (bits & 0x007F_FFFF) | 0x3F80_0000) - 1
        return exponent + part
            * (1.442_092 + part * (-0.712_2 + part * (0.417_2 + part * (-0.194_3 + part * 0.047_21))))
    }

    /// The sine of any angle in radians below 1e4; error below 1e-4.
    static func sine(_ angle: Float) -> Float {
        let turns = angle * 0.159_154_943
        let part = turns - turns.rounded()
        let folded = abs(part) > 0.25 ? (part > 0 ? 0.5 - part : -0.5 - part) : part
        let x = folded * 6.283_185_307
        let square = x * x
        return x * (1 + square * (-0.166_666_6 + square * (0.008_333_1 + square * -0.000_198_1)))
    }

    /// The cosine, as ``sine(_:)``.
    static func cosine(_ angle: Float) -> Float { sine(angle + 1.570_796_327) }

    /// The angle of a point in the plane, -π...π; error below 1e-4.
    static func angle(y: Float, x: Float) -> Float {
        let high = max(abs(x), abs(y))
        guard high > 0 else { return 0 }
        let ratio = min(abs(x), abs(y)) / high
        let square = ratio * ratio
        var angle =
            ratio
            * (0.999_866 + square
                * (-0.330_299_5 + square * (0.180_141 + square * (-0.085_133 + square * 0.020_835_1))))
        if abs(y) > abs(x) { angle = 1.570_796_327 - angle }
        if x < 0 { angle = 3.141_592_654 - angle }
        return y < 0 ? -angle : angle
    }

    /// A ramp from 0 (half a width below 0) to 1 (half a width above).
    @inline(__always) static func ramp(_ x: Float, _ inverseWidth: Float) -> Float {
        min(max(x * inverseWidth + 0.5, 0), 1)
    }

    /// A power of a base from 0 to 1; 0 stays 0.
    static func power(_ base: Float, _ exponent: Float) -> Float {
        base <= 1e-6 ? 0 : exponential2(logarithm2(base) * exponent)
    }

    /// The difference of two azimuths, -π...π.
    static func turn(_ angle: Float) -> Float {
        angle - 6.283_185_307 * (angle * 0.159_154_943).rounded()
    }
}
