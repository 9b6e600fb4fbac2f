/// What happens to a text before it is split: repaired, unescaped, white space made single, lower case.
///
/// - Source: open_clip v3.3.0, `_clean_lower`: `ftfy.fix_text`, `html.unescape` twice, `split`, `lower`.
package enum CleanText {
    /// The cleaned text; words stand apart by one space.
    package static func string(of text: String) -> String { scalars(of: text).string }

    /// The cleaned text in scalars.
    static func scalars(of text: String) -> [Unicode.Scalar] {
        var scalars = Array(text.unicodeScalars)
        if scalars.contains(where: needsRepair) {
            scalars = TextRepair.repaired(scalars)
            scalars = CharacterReference.unescaped(CharacterReference.unescaped(scalars))
        }
        return LowerCase.of(scalars.singleSpaced)
    }

    /// Whether a character can be touched by the repair; plain ASCII text passes by it.
    private static func needsRepair(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x26: true
        case 0x20..<0x7F, 0x09, 0x0A, 0x0C, 0x0D: false
        default: true
        }
    }
}
