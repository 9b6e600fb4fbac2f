/// Knows a DICOM data set that lacks the 128-byte preamble.
enum DICOMPrefix {
    /// The value representations with a 32-bit length that may stand in a data set's first groups (PS3.5 7.1.2).
    private static let long: Set<String> = ["OB", "SQ", "UN", "UT"]

    /// Whether the bytes begin with at least three elements of group 0002 or 0008, in ascending order.
    ///
    /// Explicit VR is read in either byte order; implicit VR in little-endian, its only one.
    static func isPlausible(_ prefix: [UInt8], byteCount: Int) -> Bool {
        walks(prefix, byteCount: byteCount, isBig: false) || walks(prefix, byteCount: byteCount, isBig: true)
    }

    private static func walks(_ prefix: [UInt8], byteCount: Int, isBig: Bool) -> Bool {
        var offset = 0
        var last = -1
        for _ in 0..<3 {
            guard offset + 12 <= prefix.count else { return false }
            let group = number(prefix, at: offset, bytes: 2, isBig: isBig)
            let tag = group << 16 | number(prefix, at: offset + 2, bytes: 2, isBig: isBig)
            guard group == 2 || group == 8, tag > last else { return false }
            last = tag
            guard let length = elementLength(prefix, at: offset, isBig: isBig),
                offset + length <= byteCount
            else { return false }
            offset += length
        }
        return true
    }

    /// The element's length with its header; `nil` where it makes no sense.
    private static func elementLength(_ prefix: [UInt8], at offset: Int, isBig: Bool) -> Int? {
        let representation = String(decoding: prefix[offset + 4..<offset + 6], as: UTF8.self)
        if long.contains(representation) {
            return 12 + number(prefix, at: offset + 8, bytes: 4, isBig: isBig)
        }
        if DICOMElementHead.short.contains(representation) {
            return 8 + number(prefix, at: offset + 6, bytes: 2, isBig: isBig)
        }
        guard !isBig else { return nil }
        let length = number(prefix, at: offset + 4, bytes: 4, isBig: false)
        return length.isMultiple(of: 2) && length < 1 << 16 ? 8 + length : nil
    }

    private static func number(_ bytes: [UInt8], at offset: Int, bytes count: Int, isBig: Bool) -> Int {
        let part = bytes[offset..<offset + count]
        return (isBig ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
}
