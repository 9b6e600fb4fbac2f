/// One entry as the central directory has it, checked against its local header.
struct ZipCentralHeader {
    private let flags, method, byteCount, headerOffset: Int
    private let crc: UInt32
    private let nameBytes: [UInt8]

    /// Bit 3, a data descriptor follows, and bit 11, the name is UTF-8: all that torch sets.
    private static let knownFlags = 0x0808

    /// Reads the next header of the directory.
    init(_ fields: inout ZipFields) throws(WeightFileError) {
        guard try fields.number(4) == 0x0201_4B50 else {
            throw .badArchive(what: "its directory has something that is no entry")
        }
        try fields.skip(4)
        flags = try fields.number(2)
        method = try fields.number(2)
        try fields.skip(4)
        crc = UInt32(truncatingIfNeeded: try fields.number(4))
        var stored = try fields.number(4)
        var plain = try fields.number(4)
        let nameCount = try fields.number(2)
        let extraCount = try fields.number(2)
        let commentCount = try fields.number(2)
        let disk = try fields.number(2)
        try fields.skip(6)
        var header = try fields.number(4)
        nameBytes = try fields.take(nameCount)
        var extra = ZipFields(try fields.take(extraCount))
        try fields.skip(commentCount)
        try Self.widen(&extra, &plain, &stored, &header)
        guard method == 0, flags & ~Self.knownFlags == 0 else { throw .compressedEntry(method: method) }
        guard stored == plain else { throw .badArchive(what: "a stored entry has two lengths") }
        guard disk == 0 else { throw .badArchive(what: "it spans several disks") }
        byteCount = plain
        headerOffset = header
    }

    /// Takes what is all ones from the ZIP64 extra field, in the order that §4.5.3 gives.
    private static func widen(
        _ extra: inout ZipFields, _ plain: inout Int, _ stored: inout Int, _ header: inout Int
    ) throws(WeightFileError) {
        while extra.left > 0 {
            let kind = try extra.number(2)
            let count = try extra.number(2)
            var body = ZipFields(try extra.take(count))
            guard kind == 1 else { continue }
            if plain == 0xFFFF_FFFF { plain = try body.number(8) }
            if stored == 0xFFFF_FFFF { stored = try body.number(8) }
            if header == 0xFFFF_FFFF { header = try body.number(8) }
        }
    }

    /// The entry, where the local header and the data descriptor say the same.
    func entry(in input: WeightFileInput) throws(WeightFileError) -> ZipEntry {
        let name = try Self.checked(nameBytes)
        var fields = ZipFields(try input.bytes(at: headerOffset, count: 30))
        guard try fields.number(4) == 0x0403_4B50 else {
            throw .badArchive(what: "an entry's header is not where the directory says")
        }
        try fields.skip(2)
        let facts = try (fields.number(2), fields.number(2))
        try fields.skip(4)
        let localCRC = UInt32(truncatingIfNeeded: try fields.number(4))
        let lengths = try (fields.number(4), fields.number(4))
        let counts = try (fields.number(2), fields.number(2))
        let localName = try input.bytes(at: headerOffset + 30, count: counts.0)
        guard facts == (flags, method), localName == nameBytes else {
            throw .badArchive(what: "an entry's two headers disagree")
        }
        let isLate = flags & 8 != 0
        let agrees = { (local: Int) in
            local == byteCount || local == 0xFFFF_FFFF || (isLate && local == 0)
        }
        guard agrees(lengths.0), agrees(lengths.1), localCRC == crc || (isLate && localCRC == 0) else {
            throw .badArchive(what: "an entry's two headers disagree")
        }
        let offset = headerOffset + 30 + counts.0 + counts.1
        guard offset <= input.byteCount, byteCount <= input.byteCount - offset else {
            throw .badArchive(what: "an entry reaches beyond the file")
        }
        let end = offset + byteCount
        return ZipEntry(
            name: name, headerOffset: headerOffset, offset: offset, byteCount: byteCount,
            end: isLate ? try descriptorEnd(at: end, in: input) : end, crc: crc)
    }

    /// The data descriptor has 32-bit lengths, or 64-bit ones.
    private func descriptorEnd(at place: Int, in input: WeightFileInput) throws(WeightFileError) -> Int {
        for width in [4, 8] where place + 8 + 2 * width <= input.byteCount {
            var fields = ZipFields(try input.bytes(at: place, count: 8 + 2 * width))
            let head = try (fields.number(4), fields.number(4))
            let lengths = (try? fields.number(width), try? fields.number(width))
            if head == (0x0807_4B50, Int(crc)), lengths == (byteCount, byteCount) {
                return place + 8 + 2 * width
            }
        }
        throw .badArchive(what: "an entry's data descriptor disagrees with the directory")
    }

    /// The name, where it is a plain relative path.
    private static func checked(_ bytes: [UInt8]) throws(WeightFileError) -> String {
        guard (1...255).contains(bytes.count), let name = String(validating: bytes, as: UTF8.self),
            bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0x5C && $0 != 0x3A }),
            name.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
        else { throw .badArchive(what: "an entry's name is not a plain relative path") }
        return name
    }
}
