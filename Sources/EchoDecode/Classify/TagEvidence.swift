internal import EchoCore

/// What a DICOM header alone decides.
enum TagEvidence {
    /// `RegionSpatialFormat` of M-mode and spectral Doppler (PS3.3 C.8.5.5.1.1).
    private static let traceFormats: Set<Int> = [2, 3]
    /// `RegionSpatialFormat` 2-D with `RegionDataType` color flow (C.8.5.5.1.2).
    private static let twoDimensional = 1
    private static let colorFlow = 2
    /// Bits of the fourth value of `ImageType`, hexadecimal (C.8.5.6.1.1): M-mode, CW, PW, color M-mode.
    private static let traceBits = 0x002E
    /// The same: color Doppler, color power.
    private static let colorBits = 0x0110

    /// A trace or color that the header names, or a single frame; `nil` where the pixels must tell.
    ///
    /// A header that names tissue alone decides nothing: scanners leave it so when color is switched on.
    static func verdict(on clip: Clip) -> ClipClass? {
        let regions = clip.validRegions
        if regions.contains(where: { traceFormats.contains($0.spatialFormat) }) {
            return ClipClass(.spectral, reason: "region tags: M-mode or spectral Doppler")
        }
        let bits = imageTypeBits(of: clip)
        if bits & traceBits != 0 {
            return ClipClass(.spectral, reason: "ImageType: M-mode or spectral Doppler")
        }
        if clip.frameCount == 1 { return ClipClass(.still, reason: "one frame") }
        if regions.contains(where: { $0.spatialFormat == twoDimensional && $0.dataType == colorFlow }) {
            return ClipClass(.color, reason: "region tags: color flow")
        }
        return bits & colorBits != 0 ? ClipClass(.color, reason: "ImageType: color Doppler") : nil
    }

    private static func imageTypeBits(of clip: Clip) -> Int {
        guard let values = clip.dicom?.imageType, values.count > 3, values[3].utf8.count == 4 else {
            return 0
        }
        return Int(values[3], radix: 16) ?? 0
    }
}
