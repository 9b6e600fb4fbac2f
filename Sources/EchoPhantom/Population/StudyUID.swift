/// DICOM's unique identifiers without a registered root.
enum StudyUID {
    /// `2.25.` and a UUID as one decimal number, of at most 44 characters.
    ///
    /// - Source: DICOM PS3.5 B.2; version 8 of RFC 9562, whose bits are the maker's.
    static func made(_ random: inout PersonRandom) -> String {
        let high = random.next() & ~0xF000 | 0x8000
        let low = random.next() & ~(0b11 << 62) | (0b10 << 62)
        return "2.25.\(UInt128(high) << 64 | UInt128(low))"
    }
}
