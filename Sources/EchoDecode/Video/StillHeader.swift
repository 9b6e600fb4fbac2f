/// The extent that a PNG or JPEG header declares, read before a codec allocates for it.
///
/// libavformat hands such files on unread; the other containers give their extent themselves.
enum StillHeader {
    /// Refuses a picture past the limit.
    static func check(_ file: RegularFile, limits: DecodeLimits) throws(DecodeError) {
        let head = try file.bytes(at: 0, count: 1 << 16)
        guard let (width, height) = png(head) ?? jpeg(head) else { return }
        try limits.check(width: width, height: height)
    }

    private static func png(_ head: [UInt8]) -> (width: Int, height: Int)? {
        guard head.starts(with: [0x89, 0x50, 0x4E, 0x47]), head.count >= 24 else { return nil }
        return (number(head[16..<20]), number(head[20..<24]))
    }

    /// Walks the marker segments to the start of frame.
    private static func jpeg(_ head: [UInt8]) -> (width: Int, height: Int)? {
        guard head.starts(with: [0xFF, 0xD8]) else { return nil }
        var offset = 2
        while offset + 9 <= head.count, head[offset] == 0xFF {
            let marker = head[offset + 1]
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (number(head[offset + 7..<offset + 9]), number(head[offset + 5..<offset + 7]))
            }
            offset += marker == 0xFF ? 1 : 2 + number(head[offset + 2..<offset + 4])
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
