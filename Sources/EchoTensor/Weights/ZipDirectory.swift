/// Where an archive's central directory lies, from the records at the file's end.
struct ZipDirectory: Equatable {
    let offset: Int
    let byteCount: Int
    let entryCount: Int

    /// The fields of the end record, in either width.
    private struct End {
        let disk, directoryDisk, entriesHere, entries, byteCount, offset: Int

        init(_ fields: inout ZipFields, narrow: Bool) throws(WeightFileError) {
            disk = try fields.number(narrow ? 2 : 4)
            directoryDisk = try fields.number(narrow ? 2 : 4)
            entriesHere = try fields.number(narrow ? 2 : 8)
            entries = try fields.number(narrow ? 2 : 8)
            byteCount = try fields.number(narrow ? 4 : 8)
            offset = try fields.number(narrow ? 4 : 8)
        }
    }

    /// Reads the end record, and the ZIP64 one where a locator stands before it.
    init(_ input: WeightFileInput) throws(WeightFileError) {
        guard input.byteCount >= 22 else { throw .notAnArchive }
        let endOffset = input.byteCount - 22
        var fields = ZipFields(try input.bytes(at: endOffset, count: 22))
        guard try fields.number(4) == 0x0605_4B50 else { throw .notAnArchive }
        var end = try End(&fields, narrow: true)
        guard try fields.number(2) == 0 else { throw .badArchive(what: "it has a comment") }
        var boundary = endOffset
        if let wideOffset = try Self.locator(before: endOffset, in: input) {
            let wide = try Self.wideEnd(at: wideOffset, locator: endOffset - 20, in: input)
            try Self.compare(end, wide)
            end = wide
            boundary = wideOffset
        }
        guard end.disk == 0, end.directoryDisk == 0, end.entriesHere == end.entries else {
            throw .badArchive(what: "it spans several disks")
        }
        guard end.entries <= ZipArchive.largestEntryCount else {
            throw .tooLarge(what: "entries", found: end.entries, limit: ZipArchive.largestEntryCount)
        }
        guard end.offset <= boundary, end.byteCount == boundary - end.offset,
            end.byteCount <= end.entries * 1_024
        else { throw .badArchive(what: "its directory is not where the end record says") }
        offset = end.offset
        byteCount = end.byteCount
        entryCount = end.entries
    }

    private static func locator(
        before endOffset: Int, in input: WeightFileInput
    ) throws(WeightFileError) -> Int? {
        guard endOffset >= 20 else { return nil }
        var fields = ZipFields(try input.bytes(at: endOffset - 20, count: 20))
        guard try fields.number(4) == 0x0706_4B50 else { return nil }
        let disk = try fields.number(4)
        let offset = try fields.number(8)
        guard disk == 0, try fields.number(4) == 1 else { throw .badArchive(what: "it spans several disks") }
        return offset
    }

    private static func wideEnd(
        at offset: Int, locator: Int, in input: WeightFileInput
    ) throws(WeightFileError) -> End {
        guard offset <= locator, locator - offset == 56 else {
            throw .badArchive(what: "its ZIP64 end record is not where the locator says")
        }
        var fields = ZipFields(try input.bytes(at: offset, count: 56))
        guard try fields.number(4) == 0x0606_4B50, try fields.number(8) == 44 else {
            throw .badArchive(what: "its ZIP64 end record is not one")
        }
        try fields.skip(4)
        return try End(&fields, narrow: false)
    }

    /// A field of the narrow record is the wide one's, or all ones.
    private static func compare(_ narrow: End, _ wide: End) throws(WeightFileError) {
        let agrees =
            [
                (narrow.entries, wide.entries, 0xFFFF), (narrow.entriesHere, wide.entriesHere, 0xFFFF),
                (narrow.byteCount, wide.byteCount, 0xFFFF_FFFF), (narrow.offset, wide.offset, 0xFFFF_FFFF),
            ]
            .allSatisfy { $0.0 == $0.1 || $0.0 == $0.2 }
        guard agrees else { throw .badArchive(what: "its two end records disagree") }
    }
}
