internal import Foundation

/// One character for each of its typographic forms: straight quotes, plain letters, one line break.
enum CharacterForm {
    /// The text in simple forms.
    static func simplified(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        for (place, scalar) in text.enumerated() {
            switch scalar.value {
            case 0x0D: if place + 1 == text.count || text[place + 1] != "\n" { result.append("\n") }
            case ..<0x80: result.append(scalar)
            default: result += simple(Windows1252.character(forControl: scalar) ?? scalar)
            }
        }
        return result
    }

    private static func simple(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 0x2BC, 0x2018...0x201B: ["'"]
        case 0x201C...0x201F: ["\""]
        case 0x2028, 0x2029: ["\n"]
        case 0x3000: [" "]
        case 0xFF01...0xFFEF: compatible(scalar)
        default: ligatures[scalar].map([Unicode.Scalar].init) ?? [scalar]
        }
    }

    /// Normalization form KC of one character: its usual width.
    private static func compatible(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        [Unicode.Scalar](String(scalar).precomposedStringWithCompatibilityMapping)
    }

    /// Latin ligatures and digraphs; those of other scripts stay, as they do in ftfy.
    ///
    /// U+0149's own apostrophe is straightened at once.
    private static let ligatures: [Unicode.Scalar: String] = [
        "\u{132}": "IJ", "\u{133}": "ij", "\u{149}": "'n",
        "\u{1C4}": "D\u{17D}", "\u{1C5}": "D\u{17E}", "\u{1C6}": "d\u{17E}",
        "\u{1C7}": "LJ", "\u{1C8}": "Lj", "\u{1C9}": "lj",
        "\u{1CA}": "NJ", "\u{1CB}": "Nj", "\u{1CC}": "nj",
        "\u{1F1}": "DZ", "\u{1F2}": "Dz", "\u{1F3}": "dz",
        "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
        "\u{FB05}": "\u{17F}t", "\u{FB06}": "st",
    ]
}
