/// Neighbors that were one character before its UTF-8 was read as Windows-1252.
struct MojibakeRun {
    /// What they were.
    let character: Unicode.Scalar
    /// How many they are, 2…4.
    let length: Int

    /// Looks at one place of a text; `nil` where the characters may stand for themselves.
    init?(in text: [Unicode.Scalar], at place: Int) {
        guard let lead = UInt8(exactly: text[place].value), lead >= 0xC2 else { return nil }
        if let lost = MojibakeRun.lost(in: text, at: place) {
            (character, length) = lost
            return
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead <= 0xF4, place + length <= text.count else { return nil }
        let rest = text[place + 1..<place + length]
        let bytes = [lead] + rest.compactMap(Windows1252.byte)
        guard bytes.count == length, MojibakeRun.isOutOfPlace(rest, after: lead),
            let decoded = String(validating: bytes, as: UTF8.self)?.unicodeScalars, decoded.count == 1,
            let character = decoded.first
        else { return nil }
        self.character = character
        self.length = length
    }

    /// `â€` before U+FFFD, and `Â` before a space that was U+00A0.
    private static func lost(in text: [Unicode.Scalar], at place: Int) -> (Unicode.Scalar, Int)? {
        if text.holds(["\u{E2}", "\u{20AC}", "\u{FFFD}"], at: place) { return ("\u{FFFD}", 3) }
        guard text.holds(["\u{C2}", " "], at: place), place > 0 else { return nil }
        let before = text[place - 1]
        guard ("a"..."z").contains(before) || ".,?!".unicodeScalars.contains(before) else { return nil }
        return ("\u{A0}", 2)
    }

    private static func isOutOfPlace(_ rest: ArraySlice<Unicode.Scalar>, after lead: UInt8) -> Bool {
        guard let next = rest.first else { return false }
        switch lead {
        case 0xC2, 0xC3, 0xCE, 0xD0:
            // Ellipsis, apostrophe, Œ and Ž do follow a word's last capital.
            return ![0x2026, 0x2019, 0x152, 0x17D].contains(next.value)
        case 0xE2 where next.value == 0x20AC || next.value == 0x153: return true
        case 0xD1 where next.value == 0x20AC: return true
        case 0xEF where rest.elementsEqual(["\u{BB}", "\u{BF}"]): return true
        case 0xF0...0xF4: return true
        default: return rest.contains(where: isBad)
        }
    }

    private static func isBad(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0xA4, 0xA6...0xA8, 0xAA, 0xAC: true
        case 0xAF...0xB3, 0xB5, 0xB6, 0xB8...0xBA, 0xBC...0xBE: true
        case 0x192, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030: true
        default: false
        }
    }
}
