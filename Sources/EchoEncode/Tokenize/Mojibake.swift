/// UTF-8 that was read as Windows-1252 or Latin-1 (`â€™`, `Ã©`, `Â°`), put right where that is beyond doubt.
///
/// A run of characters is replaced where its bytes are one whole UTF-8 character and
/// - it starts with `Â`, `Ã`, `â` or `ð`, which hardly any word has before such signs; or
/// - it starts with another accented letter and holds a sign that stands in no text beside one: a C1
///   control, a currency or number sign, a spacing accent, `†‡‰ƒ`.
///
/// `â€�`, whose last byte was lost, becomes U+FFFD; `Â` and a space after a sentence becomes the space.
/// ftfy weighs more contexts and other code pages (MacRoman, Windows-1250, -1251, -1253, -1254, -1257): not here.
enum Mojibake {
    /// The repaired text; mojibake of mojibake is repaired too.
    static func repaired(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var text = text
        while text.contains(where: { $0.value >= 0xC2 && $0.value <= 0xF4 }) {
            let next = repairedOnce(text)
            if next.count == text.count { break }
            text = next
        }
        return text
    }

    private static func repairedOnce(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var place = 0
        while place < text.count {
            let found = character(in: text, at: place) ?? lost(in: text, at: place)
            result.append(found?.value ?? text[place])
            place = found?.next ?? place + 1
        }
        return result
    }

    private typealias Found = (value: Unicode.Scalar, next: Int)

    private static func character(in text: [Unicode.Scalar], at place: Int) -> Found? {
        guard let lead = text[place].value.asByte, let length = lead.utf8Length,
            place + length <= text.count
        else { return nil }
        let run = text[place..<place + length]
        let bytes = run.compactMap(Windows1252.byte)
        guard bytes.count == length, bytes.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }) else { return nil }
        guard [0xC2, 0xC3, 0xE2, 0xF0].contains(lead) || run.dropFirst().contains(where: isOutOfPlace) else {
            return nil
        }
        guard let decoded = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else { return nil }
        return (decoded, place + length)
    }

    /// `â€` before U+FFFD, and `Â` before a space that was U+00A0.
    private static func lost(in text: [Unicode.Scalar], at place: Int) -> Found? {
        if text[place...].starts(with: ["\u{E2}", "\u{20AC}", "\u{FFFD}"]) { return ("\u{FFFD}", place + 3) }
        guard text[place...].starts(with: ["\u{C2}", " "]), place > 0 else { return nil }
        let before = text[place - 1]
        guard ("a"..."z").contains(before) || ".,?!".unicodeScalars.contains(before) else { return nil }
        return ("\u{A0}", place + 2)
    }

    private static func isOutOfPlace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0xA2...0xA8, 0xAA, 0xAC, 0xAF, 0xB0...0xB3, 0xB5, 0xB6, 0xB8...0xBA, 0xBC...0xBE: true
        case 0x192, 0x2C6, 0x2DC, 0x2020, 0x2021, 0x2030, 0x20AC: true
        default: false
        }
    }
}

extension UInt32 {
    fileprivate var asByte: UInt8? { UInt8(exactly: self) }
}

extension UInt8 {
    /// Bytes of the UTF-8 character that this byte starts; `nil` where it starts none beyond ASCII.
    fileprivate var utf8Length: Int? {
        switch self {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }
}
