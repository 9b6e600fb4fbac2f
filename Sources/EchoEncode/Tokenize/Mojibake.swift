/// UTF-8 that was read as Windows-1252 or Latin-1 (`â€™`, `Ã©`, `Â°`), put right where that is beyond doubt.
///
/// A run of characters is a sign of it where its bytes are one whole UTF-8 character and it
/// - starts with `Â`, `Ã`, `Î` or `Ð`, which hardly any word has before such signs;
/// - or starts with `â` before `€` or `œ`, `Ñ` before `€`, or is `ï»¿` or one of four beginning with `ð`;
/// - or holds a character out of place beside a letter: a C1 control, a spacing accent, `†‡‰ƒ` and such.
///
/// A line that has one, and whose bytes are UTF-8 from end to end, is read anew as a whole; in any other line
/// each run is put right by itself. `â€�`, whose last byte was lost, becomes U+FFFD; `Â` and a space after a
/// sentence becomes the space.
///
/// ftfy 6.3.1 weighs more contexts, and other code pages (MacRoman, Windows-1250, -1251, -1253, -1254, -1257),
/// UTF-8 of surrogate pairs, and spaces that were U+00A0 inside other runs: these are left as they are.
enum Mojibake {
    /// The repaired text; mojibake of mojibake is repaired too.
    static func repaired(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var text = text
        while text.contains(where: { 0xC2...0xF4 ~= $0.value }) {
            let next = repairedOnce(text)
            // Every repair makes one character of two or more.
            if next.count == text.count { break }
            text = next
        }
        return text
    }

    private static func repairedOnce(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var repairs = 0
        var place = 0
        while place < text.count {
            let found = MojibakeRun(in: text, at: place)
            result.append(found?.character ?? text[place])
            place += found?.length ?? 1
            repairs += found == nil ? 0 : 1
        }
        guard repairs > 0 else { return text }
        return whole(text) ?? result
    }

    /// The line decoded at once, where all its bytes are UTF-8.
    private static func whole(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for scalar in text {
            let byte = scalar.isASCII ? UInt8(scalar.value) : Windows1252.byte(of: scalar)
            guard let byte else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self).map([Unicode.Scalar].init)
    }
}
