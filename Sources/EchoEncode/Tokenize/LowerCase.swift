/// Lower case as Python's `str.lower()` gives it: full mappings, and ς at a word's end.
enum LowerCase {
    /// - Complexity: O(*n*), but for long runs of case-ignorable signs around a Σ.
    static func of(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var lower: [Unicode.Scalar] = []
        lower.reserveCapacity(text.count)
        for (place, scalar) in text.enumerated() {
            switch scalar.value {
            case 0x41...0x5A: lower.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
            case 0..<0x80: lower.append(scalar)
            case 0x3A3: lower.append(endsWord(place, in: text) ? "\u{3C2}" : "\u{3C3}")
            default: lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return lower
    }

    /// Unicode's Final_Sigma: a cased letter before, none after, whatever is case-ignorable between them.
    private static func endsWord(_ place: Int, in text: [Unicode.Scalar]) -> Bool {
        let before = text[..<place].last { !$0.properties.isCaseIgnorable }
        guard let before, before.properties.isCased else { return false }
        let after = text[(place + 1)...].first { !$0.properties.isCaseIgnorable }
        return !(after?.properties.isCased ?? false)
    }
}
