/// Reads opcodes' arguments out of a pickle.
struct PickleReader {
    private let bytes: [UInt8]
    private(set) var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// How many bytes are left.
    var left: Int { bytes.count - place }

    /// What is wrong here.
    func bad(_ what: String) -> WeightFileError { .badPickle(what: what, at: place) }

    mutating func byte() throws(WeightFileError) -> UInt8 {
        guard left > 0 else { throw bad("it is cut short") }
        defer { place += 1 }
        return bytes[place]
    }

    /// An unsigned little-endian number of at most 4 bytes.
    mutating func number(_ count: Int) throws(WeightFileError) -> Int {
        let taken = try take(count)
        return taken.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// LONG1: a count, then a signed little-endian number of that many bytes, here at most 8.
    mutating func long() throws(WeightFileError) -> Int {
        let count = Int(try byte())
        guard count <= 8 else { throw .tooLarge(what: "bytes in an integer", found: count, limit: 8) }
        let taken = try take(count)
        let sign: Int = (taken.last ?? 0) & 0x80 == 0 ? 0 : -1
        return taken.reversed().reduce(sign) { $0 << 8 | Int($1) }
    }

    /// BINFLOAT: a big-endian double.
    mutating func float() throws(WeightFileError) -> Double {
        let taken = try take(8)
        return Double(bitPattern: taken.reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// BINUNICODE: a length, then UTF-8.
    mutating func text() throws(WeightFileError) -> String {
        let count = try number(4)
        guard count <= PickleLimits.text else {
            throw .tooLarge(what: "bytes in a text of the pickle", found: count, limit: PickleLimits.text)
        }
        guard let text = String(validating: try take(count), as: UTF8.self) else {
            throw bad("a text is not UTF-8")
        }
        return text
    }

    /// GLOBAL: a module and a name, each ended by a line feed.
    mutating func global() throws(WeightFileError) -> PickleValue.Global {
        let name = "\(try line()).\(try line())"
        guard let global = PickleValue.Global(rawValue: name) else { throw .refusedGlobal(name: name) }
        return global
    }

    /// A line of at most 100 bytes, what is not printable ASCII shown as `?`.
    private mutating func line() throws(WeightFileError) -> String {
        let rest = bytes[place...].prefix(101)
        guard let end = rest.firstIndex(of: 10) else { throw bad("a global's name has no end") }
        defer { place = end + 1 }
        return String(
            decoding: bytes[place..<end].map { (0x21...0x7E).contains($0) ? $0 : 63 }, as: UTF8.self)
    }

    private mutating func take(_ count: Int) throws(WeightFileError) -> ArraySlice<UInt8> {
        guard left >= count else { throw bad("it is cut short") }
        defer { place += count }
        return bytes[place..<place + count]
    }
}
