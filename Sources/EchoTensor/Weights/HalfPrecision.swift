/// An IEEE 754 half-precision number, exactly as a `Float`.
///
/// - Note: written out because `Float16` is not there on every platform that Swift serves.
func widened(half bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10) & 0x1F
    let fraction = UInt32(bits & 0x3FF)
    switch exponent {
    case 0:
        let size = Float(fraction) * 0x1p-24
        return sign == 0 ? size : -size
    case 31:
        return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default:
        return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
}
