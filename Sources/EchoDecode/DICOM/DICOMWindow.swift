/// A moving window over a file for reading small numbers at many places.
struct DICOMWindow {
    private let file: RegularFile
    private var start = 0
    private var held: [UInt8] = []
    private static let length = 1 << 12

    init(_ file: RegularFile) { self.file = file }

    /// How many bytes the file has.
    var count: Int { file.byteCount }

    /// Some bytes from a place on; `nil` where the file ends before them.
    ///
    /// - Parameter length: at most 256.
    mutating func bytes(at place: Int, length: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, length <= 256, place <= file.byteCount - length else { return nil }
        if place < start || place + length > start + held.count {
            start = place
            held = file.bytes(place..<min(place + Self.length, file.byteCount))
            guard held.count >= length else { return nil }
        }
        return held[(place - start)..<(place - start + length)]
    }

    /// An unsigned number of 2 or 4 bytes.
    mutating func number(at place: Int, length: Int, bigEndian: Bool) -> Int? {
        guard let bytes = bytes(at: place, length: length) else { return nil }
        return bigEndian
            ? bytes.reduce(0) { $0 << 8 | Int($1) } : bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
