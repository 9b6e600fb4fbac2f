/// Character references (`&amp;`, `&#233;`, `&#xE9;`) turned into what they stand for.
enum CharacterReference {
    /// Reads them as a browser does: the semicolon may be missing after a number and after the old names.
    ///
    /// - Source: Python's `html.unescape`, whose rules are HTML 5's, with the names of ``NamedCharacters``.
    static func unescaped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        replaced(text) { place in number(text, at: place) ?? name(text, at: place) }
    }

    /// Reads those that end in a semicolon, and names in capitals (`&EACUTE;`) that have no reading of their own.
    ///
    /// - Source: `ftfy.fixes.unescape_html`, ftfy 6.3.1; a reference to the semicolon itself stays.
    static func unescapedStrictly(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        replaced(text) { place in
            let body = text[(place + 1)...].prefix(25)
            guard let end = body.firstIndex(of: ";"), end > place + 1 else { return nil }
            if text[place + 1] == "#" {
                let found = number(text, at: place)
                return found?.next == end + 1 && found?.value != [";"] ? found : nil
            }
            return namedStrictly(Array(text[place + 1..<end]).string).map { ($0, end + 1) }
        }
    }

    private typealias Found = (value: [Unicode.Scalar], next: Int)

    private static func replaced(
        _ text: [Unicode.Scalar], _ read: (Int) -> Found?
    ) -> [Unicode.Scalar] {
        guard text.contains("&") else { return text }
        var result: [Unicode.Scalar] = []
        var place = 0
        while place < text.count {
            if text[place] == "&", place + 1 < text.count, let found = read(place) {
                result += found.value
                place = found.next
            } else {
                result.append(text[place])
                place += 1
            }
        }
        return result
    }

    /// `#` and digits, or `#x` and hexadecimal digits, from the `&` at `place`.
    private static func number(_ text: [Unicode.Scalar], at place: Int) -> Found? {
        guard text[place + 1] == "#" else { return nil }
        var next = place + 2
        let isHex = next < text.count && (text[next] == "x" || text[next] == "X")
        if isHex { next += 1 }
        let digits = text[next...].prefix { scalar in
            scalar.isASCII && (isHex ? scalar.properties.isASCIIHexDigit : ("0"..."9").contains(scalar))
        }
        guard !digits.isEmpty else { return nil }
        next = digits.endIndex
        if next < text.count, text[next] == ";" { next += 1 }
        let significant = Array(digits.drop { $0 == "0" }).string
        let code = significant.isEmpty ? 0 : UInt32(significant, radix: isHex ? 16 : 10) ?? .max
        return (NumberedCharacter.value(of: code), next)
    }

    /// A name, or the longest old name that it starts with, from the `&` at `place`.
    private static func name(_ text: [Unicode.Scalar], at place: Int) -> Found? {
        let run = text[(place + 1)...].prefix(32).prefix { !"\t\n\u{C} <&#;".unicodeScalars.contains($0) }
        guard !run.isEmpty else { return nil }
        if run.endIndex < text.count, text[run.endIndex] == ";",
            let whole = NamedCharacters.scalar(named: Array(run).string)
        {
            return ([whole], run.endIndex + 1)
        }
        for length in stride(from: run.count, to: 1, by: -1) {
            if let old = NamedCharacters.scalar(namedWithoutSemicolon: Array(run.prefix(length)).string) {
                return ([old], place + 1 + length)
            }
        }
        return nil
    }

    private static func namedStrictly(_ name: String) -> [Unicode.Scalar]? {
        if let scalar = NamedCharacters.scalar(named: name) { return [scalar] }
        guard name == name.uppercased(), let lower = NamedCharacters.scalar(named: name.lowercased()),
            !["AMP", "LT", "GT", "QUOT", "COPY", "REG"].contains(where: name.hasPrefix)
        else { return nil }
        return Array(lower.properties.uppercaseMapping.unicodeScalars)
    }
}
