/// Reads little-endian fields out of bytes, one after the other.
struct ZipFields {
    private let bytes: [UInt8]
    private(set) var place: Int

    init(_ bytes: [UInt8], at place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// How many bytes are left.
    var left: Int { bytes.count - place }

    /// A little-endian number of `count` bytes, at most 8.
    ///
    /// - Throws: ``WeightFileError/badArchive(what:)`` where the bytes end, or beyond 2⁶³ − 1.
    mutating func number(_ count: Int) throws(WeightFileError) -> Int {
        guard left >= count else { throw .badArchive(what: "a header is cut short") }
        var number: UInt64 = 0
        for step in 0..<count { number |= UInt64(bytes[place + step]) << UInt64(8 * step) }
        place += count
        guard let signed = Int(exactly: number) else {
            throw .badArchive(what: "a header holds a number beyond any file's length")
        }
        return signed
    }

    /// The next bytes as they are.
    mutating func take(_ count: Int) throws(WeightFileError) -> [UInt8] {
        guard left >= count else { throw .badArchive(what: "a header is cut short") }
        defer { place += count }
        return Array(bytes[place..<place + count])
    }

    /// Passes over bytes.
    mutating func skip(_ count: Int) throws(WeightFileError) { _ = try take(count) }
}
