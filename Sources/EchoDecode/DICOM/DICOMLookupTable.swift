/// A table of a header: LUTDescriptor and LUTData (PS3.3 C.11.1.1).
struct DICOMLookupTable {
    /// The stored value that the first entry stands for.
    let first: Int
    /// Bits of an entry, 8...16.
    let bits: Int
    /// The entries, at least one.
    let entries: [UInt16]

    /// Reads a descriptor and its data; `nil` where both are absent.
    ///
    /// A count of 0 stands for 65,536. 8-bit entries may lie two a word. Descriptors of 16 bits whose entries
    /// all stay below 256 hold 8-bit ones: old scanners wrote them.
    init?(
        _ item: DICOMItem, descriptor: DICOMTag, data: DICOMTag, segmented: DICOMTag? = nil, isSigned: Bool
    ) throws(DecodeError) {
        guard let count = item.integer(descriptor), let start = item.integer(descriptor, at: 1),
            let depth = item.integer(descriptor, at: 2)
        else { return nil }
        let length = count & 0xFFFF == 0 ? 65_536 : count & 0xFFFF
        guard (8...16).contains(depth) else {
            throw .damagedHeader(field: "LUT descriptor's bits", found: depth)
        }
        if let segmented, item.words(segmented, limit: 65_536) != nil {
            throw .unsupported(what: "segmented palettes")
        }
        guard let words = item.words(data, limit: 65_536) else { return nil }
        var read = words
        if words.count < length && words.count >= (length + 1) / 2 {
            read = words.flatMap { [$0 & 0xFF, $0 >> 8] }
        }
        guard read.count >= length else {
            throw .damagedHeader(field: "LUT data's words", found: words.count)
        }
        entries = Array(read[..<length])
        bits = depth == 16 && entries.allSatisfy { $0 < 256 } && length <= 256 ? 8 : depth
        first = isSigned ? Int(Int16(truncatingIfNeeded: start)) : start & 0xFFFF
    }

    /// The entry of a stored value; values before the first or past the last take those.
    func entry(_ value: Int) -> UInt16 { entries[min(max(value - first, 0), entries.count - 1)] }
}
