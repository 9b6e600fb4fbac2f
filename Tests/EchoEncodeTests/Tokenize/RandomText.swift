/// Texts of any characters, with those that tokenizers trip over among them.
enum RandomText {
    private static let pieces = [
        " ", "  ", "\n", "\r\n", "\t", "&amp;", "&#", "&#x", "&eacute", "<", ">",
        "'s", "'", "â€™", "Ã©", "Â ", "\u{FFFD}",
        "\u{1B}[1m", "\u{1B}[", "\u{0}", "\u{FFFE}", "\u{10FFFF}",
        "\u{301}", "Σ", "İ", "ﬁ", "ｶﾞ", "\u{85}", "\u{2028}",
        "<#>", "55.5%", "I50.9", "01/02/2024", "MILD", "moderately", ". .", "‡", "+ CVP mmHg",
        "<end_of_text>",
        "The ejection fraction measures 55%. ", "A lead is seen. ",
    ]

    static func make(count: Int, using random: inout some RandomNumberGenerator) -> String {
        var text = ""
        for _ in 0..<count {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: text += pieces.randomElement(using: &random) ?? ""
            case 1: text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0...255, using: &random)))
            case 2: text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 97...122, using: &random)))
            default:
                let code = UInt32.random(in: 0...0x10FFFF, using: &random)
                if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
            }
        }
        return text
    }
}
