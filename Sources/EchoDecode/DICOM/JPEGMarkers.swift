/// What a JPEG or JPEG-LS stream says of itself before its first scan.
struct JPEGMarkers {
    /// The frame header's process, such as `0xC0` for baseline and `0xC3` for lossless.
    private(set) var process: UInt8 = 0
    private(set) var width = 0
    private(set) var height = 0
    /// Bits a sample.
    private(set) var precision = 0
    /// Each component's identifier.
    private(set) var identifiers: [UInt8] = []
    /// Whether the components' sampling factors differ.
    private(set) var isSubsampled = false
    private var hasJFIF = false
    private var adobeTransform: UInt8?

    /// Reads the markers up to the first scan; `nil` where there is no frame header.
    init?(_ bytes: [UInt8]) {
        guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
        var place = 2
        while place + 4 <= bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            if marker == 0xDA { break }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2, place + 2 + length <= bytes.count else { return nil }
            read(marker, bytes[(place + 4)..<(place + 2 + length)])
            place += 2 + length
        }
        guard process != 0, !identifiers.isEmpty else { return nil }
    }

    private mutating func read(_ marker: UInt8, _ segment: ArraySlice<UInt8>) {
        let start = segment.startIndex
        switch marker {
        case 0xE0: hasJFIF = hasJFIF || segment.starts(with: Array("JFIF\0".utf8))
        case 0xEE where segment.count >= 12 && segment.starts(with: Array("Adobe".utf8)):
            adobeTransform = segment[start + 11]
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF, 0xF7:
            guard segment.count >= 6 else { return }
            let count = Int(segment[start + 5])
            guard process == 0, segment.count >= 6 + 3 * count else { return }
            process = marker
            precision = Int(segment[start])
            height = Int(segment[start + 1]) << 8 | Int(segment[start + 2])
            width = Int(segment[start + 3]) << 8 | Int(segment[start + 4])
            identifiers = (0..<count).map { segment[start + 6 + 3 * $0] }
            isSubsampled = Set((0..<count).map { segment[start + 7 + 3 * $0] }).count > 1
        default: break
        }
    }

    /// Whether three components are luminance and chrominance; `nil` where the stream does not say.
    ///
    /// Subsampling settles it, since RGB never is; then the identifiers `R`, `G`, `B`; then JFIF before
    /// Adobe, as libjpeg has it. JFIF speaks of the lossy processes only, and lossless writers add it to RGB.
    var isLuminanceChrominance: Bool? {
        guard identifiers.count == 3 else { return nil }
        if isSubsampled { return true }
        if identifiers == [82, 71, 66] { return false }
        if hasJFIF && process != 0xC3 && process != 0xF7 { return true }
        return adobeTransform.map { $0 != 0 }
    }
}
