/// Windows-1252 as exporters use it: the 5 bytes it leaves open stand for the control of their number.
enum Windows1252 {
    /// What bytes 0x80…0x9F stand for.
    private static let upperControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]

    private static let bytes: [UInt32: UInt8] = Dictionary(
        uniqueKeysWithValues: upperControls.indices.map { (upperControls[$0], UInt8(0x80 + $0)) })

    /// The character that a C1 control was meant to be; `nil` for every other character.
    static func character(forControl scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(scalar.value) else { return nil }
        return Unicode.Scalar(upperControls[Int(scalar.value) - 0x80])
    }

    /// The byte from 0x80 up that was read as this character, by Windows-1252 or by Latin-1.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x80...0xFF: UInt8(scalar.value)
        case 0x100...: bytes[scalar.value]
        default: nil
        }
    }
}
