internal import Foundation

/// The clean-up that `ftfy.fix_text` gives a text with its default settings.
///
/// Line by line, until nothing changes: character references (never from the first `<` on), mojibake, C1
/// controls as Windows-1252, Latin ligatures, full and half width, curly quotes, line breaks, terminal
/// escapes, control characters, NFC. Surrogates need no repair: a Swift string cannot hold one.
///
/// Where it differs from ftfy 6.3.1: mojibake is repaired by the narrower rule of ``Mojibake``, and
/// character references have the names of ``NamedCharacters`` only.
enum TextRepair {
    /// The repaired text.
    ///
    /// - Complexity: O(*n*) for each round; a line settles in two or three.
    static func repaired(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var readsReferences = true
        var place = 0
        while place < text.count {
            let end = text[place...].firstIndex(of: "\n").map { $0 + 1 } ?? text.count
            let line = Array(text[place..<end])
            if line.contains("<") { readsReferences = false }
            result += settled(line, readsReferences: readsReferences)
            place = end
        }
        return result
    }

    /// More rounds than nested references and mojibake of mojibake ever need.
    private static let roundLimit = 32

    private static func settled(_ line: [Unicode.Scalar], readsReferences: Bool) -> [Unicode.Scalar] {
        var line = line
        for _ in 0..<roundLimit {
            let before = line
            if readsReferences { line = CharacterReference.unescapedStrictly(line) }
            line = Mojibake.repaired(line)
            line = CharacterForm.simplified(line)
            line = withoutTerminalEscapes(line).filter { !isControl($0) }
            line = composed(line)
            if line == before { break }
        }
        return line
    }

    /// Takes out `ESC [ digits and semicolons, letter`.
    private static func withoutTerminalEscapes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.contains("\u{1B}") else { return text }
        var result: [Unicode.Scalar] = []
        var place = 0
        while place < text.count {
            if text[place] == "\u{1B}", place + 1 < text.count, text[place + 1] == "[" {
                let end = text[(place + 2)...].firstIndex {
                    $0 != ";" && !$0.isDecimalDigit
                }
                if let end, text[end].isASCII, text[end].properties.isAlphabetic {
                    place = end + 1
                    continue
                }
            }
            result.append(text[place])
            place += 1
        }
        return result
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFC: true
        default: false
        }
    }

    /// Normalization form C.
    private static func composed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.contains(where: { $0.value >= 0x300 }) else { return text }
        return [Unicode.Scalar](text.string.precomposedStringWithCanonicalMapping)
    }
}
