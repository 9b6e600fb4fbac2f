/// Writes zip archives of stored entries as `torch.save` does, with each field open to tampering.
public struct StoredZip: Sendable {
    /// One entry; a field that is `nil` is what it should be.
    public struct Entry: Sendable {
        /// Its path, which is also the local header's unless that is given.
        public var name: String
        /// Its bytes.
        public var bytes: [UInt8]
        /// The local header's path.
        public var localName: String?
        /// Compression method in both headers.
        public var method = 0
        /// General purpose flags of the central header.
        public var flags = 0x0808
        /// The local header's flags.
        public var localFlags: Int?
        /// The lengths in the central header: stored and plain.
        public var lengths: (Int, Int)?
        /// The CRC-32 stated in the central header and the descriptor.
        public var crc: UInt32?
        /// The local header's offset as the directory has it.
        public var headerOffset: Int?
        /// Whether the lengths and the CRC stand after the bytes, as torch writes them.
        public var hasDescriptor = true
        /// Whether the central header's lengths and offset are in a ZIP64 field.
        public var isWide = false

        /// A sound entry.
        public init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The entries.
    public var entries: [Entry]
    /// Whether the ZIP64 end records are written, as torch does.
    public var hasWideEnd = true
    /// What the end records say of the number of entries; `nil` is the truth.
    public var entryCount: Int?
    /// A comment at the very end.
    public var comment: [UInt8] = []

    /// A sound archive.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// The archive.
    public var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            directory += central(entry, at: file.count)
            file += local(entry)
        }
        let start = file.count
        file += directory
        return file + end(start: start, count: directory.count)
    }

    private func local(_ entry: Entry) -> [UInt8] {
        let name = Array((entry.localName ?? entry.name).utf8)
        let late = entry.hasDescriptor
        let flags = entry.localFlags ?? (late ? entry.flags : entry.flags & ~8)
        let crc = Int(entry.crc ?? Self.crc(entry.bytes))
        let head =
            Self.little(0x0403_4B50, 4) + Self.little(0, 2) + Self.little(flags, 2)
            + Self.little(entry.method, 2) + Self.little(0, 4) + Self.little(late ? 0 : crc, 4)
            + Self.little(late ? 0 : entry.bytes.count, 4) + Self.little(late ? 0 : entry.bytes.count, 4)
            + Self.little(name.count, 2) + Self.little(0, 2) + name + entry.bytes
        guard late else { return head }
        return head + Self.little(0x0807_4B50, 4) + Self.little(crc, 4)
            + Self.little(entry.bytes.count, 4) + Self.little(entry.bytes.count, 4)
    }

    private func central(_ entry: Entry, at offset: Int) -> [UInt8] {
        let name = Array(entry.name.utf8)
        let lengths = entry.lengths ?? (entry.bytes.count, entry.bytes.count)
        let place = entry.headerOffset ?? offset
        let ones = 0xFFFF_FFFF
        let extra =
            entry.isWide
            ? Self.little(1, 2) + Self.little(24, 2) + Self.little(lengths.1, 8) + Self.little(lengths.0, 8)
                + Self.little(place, 8) : []
        return Self.little(0x0201_4B50, 4) + Self.little(0, 4)
            + Self.little(entry.hasDescriptor ? entry.flags : entry.flags & ~8, 2)
            + Self.little(entry.method, 2) + Self.little(0, 4)
            + Self.little(Int(entry.crc ?? Self.crc(entry.bytes)), 4)
            + Self.little(entry.isWide ? ones : lengths.0, 4)
            + Self.little(entry.isWide ? ones : lengths.1, 4)
            + Self.little(name.count, 2) + Self.little(extra.count, 2) + Self.little(0, 4)
            + Self.little(0, 6) + Self.little(entry.isWide ? ones : place, 4) + name + extra
    }

    private func end(start: Int, count: Int) -> [UInt8] {
        let number = entryCount ?? entries.count
        var end: [UInt8] = []
        if hasWideEnd {
            end += Self.little(0x0606_4B50, 4) + Self.little(44, 8) + Self.little(0, 4) + Self.little(0, 8)
            end +=
                Self.little(number, 8) + Self.little(number, 8) + Self.little(count, 8)
                + Self.little(start, 8)
            end += Self.little(0x0706_4B50, 4) + Self.little(0, 4) + Self.little(start + count, 8)
            end += Self.little(1, 4)
        }
        return end + Self.little(0x0605_4B50, 4) + Self.little(0, 4) + Self.little(number, 2)
            + Self.little(number, 2) + Self.little(count, 4) + Self.little(start, 4)
            + Self.little(comment.count, 2) + comment
    }

    /// A little-endian number of `count` bytes.
    public static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// CRC-32, bit by bit from its definition.
    public static func crc(_ bytes: [UInt8]) -> UInt32 {
        var state: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            state ^= UInt32(byte)
            for _ in 0..<8 { state = state & 1 == 1 ? (state >> 1) ^ 0xEDB8_8320 : state >> 1 }
        }
        return ~state
    }
}
