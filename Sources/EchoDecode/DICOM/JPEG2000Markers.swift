/// What a JPEG 2000 codestream says of itself in its main header (ISO 15444-1 A.5, A.6).
struct JPEG2000Markers {
    let width: Int
    let height: Int
    let components: Int
    /// Bits a sample of the first component.
    let precision: Int
    let isSigned: Bool
    /// Whether the coder transformed RGB, which the decoder undoes.
    private(set) var isTransformed = false

    /// How far into JP2 boxes, which may hold a color profile, the codestream may start.
    private static let boxLimit = 1 << 16

    /// Reads a codestream, bare or in JP2 boxes; `nil` where there is no size marker.
    init?(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xFF, 0x4F, 0xFF, 0x51]
        guard
            let start = (0..<min(bytes.count, Self.boxLimit)).first(where: {
                bytes[$0] == 0xFF && bytes[$0...].starts(with: mark)
            }), bytes.count >= start + 45
        else { return nil }
        func number(_ place: Int, _ length: Int) -> Int {
            bytes[place..<(place + length)].reduce(0) { $0 << 8 | Int($1) }
        }
        width = number(start + 8, 4) - number(start + 16, 4)
        height = number(start + 12, 4) - number(start + 20, 4)
        components = number(start + 40, 2)
        precision = Int(bytes[start + 42] & 0x7F) + 1
        isSigned = bytes[start + 42] & 0x80 != 0
        var place = start + 4 + number(start + 4, 2)
        while place + 9 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0x90 {
            if bytes[place + 1] == 0x52 { isTransformed = bytes[place + 8] == 1 }
            place += 2 + number(place + 2, 2)
        }
    }
}
