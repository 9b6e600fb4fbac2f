/// How long a container says that it is, by its outermost blocks alone.
enum DeclaredLength {
    /// The boxes that lie outermost in MP4 and MOV; anything else behind them is no part of the movie.
    private static let boxes: Set<String> = [
        "ftyp", "moov", "mdat", "free", "skip", "wide", "udta", "uuid", "meta", "moof", "mfra", "sidx",
        "styp",
        "pnot", "emsg", "prft", "pdin",
    ]

    /// The offset at which the last outermost block should end; 0 where the format does not say.
    ///
    /// Formats: AVI (RIFF), MP4 and MOV (boxes), Matroska and WebM (the segment), PNG (chunks), GIF (its trailer).
    static func bytes(of file: RegularFile) throws(DecodeError) -> Int {
        let head = try file.bytes(at: 0, count: 12)
        if head.starts(with: "RIFF".utf8) {
            // A recorder that never went back to fill in the length leaves 0, which says nothing.
            let length = bigEndian(head[4..<min(8, head.count)].reversed())
            return length > 0 ? length + 8 : 0
        }
        if head.starts(with: "GIF8".utf8) { return try gifEnd(of: file) }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return try pngEnd(of: file) }
        if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return try segmentEnd(of: file) }
        if head.count >= 8, boxes.contains(name(head)) { return try boxesEnd(of: file) }
        return 0
    }

    /// Boxes lie end to end: a length, four letters, and the rest; 1 means a 64-bit length follows, 0 the end.
    private static func boxesEnd(of file: RegularFile) throws(DecodeError) -> Int {
        var offset = 0
        while offset < file.byteCount {
            let head = try file.bytes(at: offset, count: 16)
            guard head.count >= 8 else { return offset + 8 }
            guard boxes.contains(name(head)) else { return offset }
            var length = bigEndian(head[0..<4])
            if length == 1, head.count == 16 { length = bigEndian(head[8..<16]) }
            if length == 0 { return file.byteCount }
            guard length >= 8, length < Int.max - offset else { return offset }
            offset += length
        }
        return offset
    }

    private static func pngEnd(of file: RegularFile) throws(DecodeError) -> Int {
        var offset = 8
        while offset < file.byteCount {
            let head = try file.bytes(at: offset, count: 8)
            guard head.count == 8 else { return offset + 12 }
            offset += 12 + bigEndian(head[0..<4])
            if name(head) == "IEND" { return offset }
        }
        return offset + 12
    }

    /// The segment follows the EBML header, each with an identifier of 4 bytes and a length (RFC 8794, section 4).
    private static func segmentEnd(of file: RegularFile) throws(DecodeError) -> Int {
        let (header, headerStart) = try ebmlLength(of: file, at: 4)
        guard let header, header < file.byteCount else { return 0 }
        let (segment, start) = try ebmlLength(of: file, at: headerStart + header + 4)
        guard let segment, segment < Int.max / 2 else { return 0 }
        return start + segment
    }

    /// A length, `nil` where it is left open, and the offset behind it.
    private static func ebmlLength(
        of file: RegularFile, at offset: Int
    ) throws(DecodeError) -> (length: Int?, end: Int) {
        let bytes = try file.bytes(at: offset, count: 8)
        guard let first = bytes.first, first > 0 else { return (nil, offset) }
        let count = first.leadingZeroBitCount + 1
        guard bytes.count >= count else { return (nil, offset) }
        let open = (1 << (7 * count)) - 1
        let value = bigEndian(bytes[..<count]) & open
        return (value == open ? nil : value, offset + count)
    }

    /// A GIF ends with a semicolon; some programs add zeros behind it.
    private static func gifEnd(of file: RegularFile) throws(DecodeError) -> Int {
        let tail = try file.bytes(at: max(0, file.byteCount - 512), count: 512)
        return tail.last { $0 != 0 } == 0x3B ? file.byteCount : file.byteCount + 1
    }

    private static func name(_ head: [UInt8]) -> String { String(decoding: head[4..<8], as: UTF8.self) }

    private static func bigEndian(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { ($0 & (.max >> 8)) << 8 | Int($1) }
    }
}
