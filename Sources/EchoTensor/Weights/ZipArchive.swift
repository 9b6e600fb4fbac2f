/// A zip archive of stored entries, as `torch.save` writes it; anything else is refused.
///
/// Both headers of each entry agree; names are unique, relative and without `..`; entries do not overlap.
///
/// - Source: PKWARE APPNOTE 6.3, §4.3 and §4.5.3.
package struct ZipArchive: Sendable {
    /// The entries, in the order of their bytes.
    package let entries: [ZipEntry]

    /// More entries than any checkpoint has; the published ones have 497.
    package static let largestEntryCount = 100_000

    /// Reads the central directory and every local header.
    package init(_ input: WeightFileInput) throws(WeightFileError) {
        let directory = try ZipDirectory(input)
        var fields = ZipFields(try input.bytes(at: directory.offset, count: directory.byteCount))
        var entries: [ZipEntry] = []
        var names: Set<String> = []
        for _ in 0..<directory.entryCount {
            let header = try ZipCentralHeader(&fields)
            let entry = try header.entry(in: input)
            guard names.insert(entry.name).inserted else {
                throw .badArchive(what: "two entries have one name")
            }
            entries.append(entry)
        }
        guard fields.left == 0 else { throw .badArchive(what: "its directory has more than its entries") }
        entries.sort { $0.headerOffset < $1.headerOffset }
        var end = 0
        for entry in entries {
            guard entry.headerOffset >= end else { throw .badArchive(what: "two entries overlap") }
            end = entry.end
        }
        guard end <= directory.offset else { throw .badArchive(what: "an entry overlaps the directory") }
        self.entries = entries
    }

    /// Reads an entry through and compares its CRC-32.
    ///
    /// - Throws: ``WeightFileError/damagedEntry(name:)``.
    package static func check(_ entry: ZipEntry, in input: WeightFileInput) throws(WeightFileError) {
        var sum = ZipChecksum()
        var done = 0
        while done < entry.byteCount {
            let count = min(1 << 20, entry.byteCount - done)
            sum.add(try input.bytes(at: entry.offset + done, count: count))
            done += count
        }
        guard sum.value == entry.crc else { throw .damagedEntry(name: entry.name) }
    }
}
