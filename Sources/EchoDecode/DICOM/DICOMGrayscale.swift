#if canImport(Glibc)
    internal import Glibc
#endif

/// From stored gray values to what is shown: modality transform, then VOI transform, then 8 bits.
///
/// Follows pydicom's `apply_modality_lut` and `apply_voi_lut` (its `prefer_lut` default: a VOI table before a
/// window, and of several windows the first), then scales the transform's whole output range to 0...255 and
/// rounds halves up. Where there is no VOI transform, the whole range of the stored bits is scaled, the same
/// for each frame; not a frame's own minimum and maximum, which would flicker.
struct DICOMGrayscale {
    /// What is shown for each container value: 256 or 65,536 bytes.
    let table: [UInt8]

    /// - Parameters:
    ///   - bytesPerSample: 1 or 2, the container's.
    ///   - precision: the coded stream's bits, where there is one.
    init(_ header: DICOMItem, format: DICOMPixelFormat, bytesPerSample: Int, precision: Int?)
        throws(DecodeError)
    {
        let bits = min(format.bitsStored, precision ?? format.bitsStored, bytesPerSample * 8)
        let highBit = min(format.highBit, (precision ?? bytesPerSample * 8) - 1)
        let shift = max(highBit + 1 - bits, 0)
        let isSigned = format.isSigned
        let modality = try DICOMModality(header, bits: bits, isSigned: isSigned)
        let voi = try DICOMValueOfInterest(header, input: modality.range, isSigned: isSigned)
        let isInverted = format.photometric == .monochrome1
        let mask = (1 << bits) - 1
        table = (0..<(1 << (bytesPerSample * 8))).map { container in
            let masked = (container >> shift) & mask
            let stored = isSigned && masked > mask >> 1 ? masked - mask - 1 : masked
            let shown = voi.shown(modality.value(stored))
            return isInverted ? 255 - shown : shown
        }
    }

    /// Scales a value of a range to 8 bits, halves up.
    static func scaled(_ value: Double, in range: ClosedRange<Double>) -> UInt8 {
        let extent = range.upperBound - range.lowerBound
        guard extent > 0 else { return 0 }
        return UInt8(min(max(floor((value - range.lowerBound) / extent * 255 + 0.5), 0), 255))
    }
}
