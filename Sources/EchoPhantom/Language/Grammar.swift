/// Turns a pattern into one of the phrases that it stands for.
///
/// `[a|b|]` is one of its parts, alike likely, the last one nothing; `{name}` is a slot, whose value is a pattern too.
struct Grammar: Sendable {
    /// Slots every pattern may use.
    private static let common = [
        "dilated": "[dilated|enlarged]", "dilation": "[dilation|enlargement|dilatation]",
        "seen": "[seen|present|noted|visualized|identified]", "pct": "[%|%| percent]",
        "mmhg": "[mmHg|mmHg|mm Hg|millimeters of mercury]", "about": "[about|approximately|around]",
        "reduced": "[reduced|depressed|impaired|decreased]", "cm": "[cm|cm|centimeters]",
    ]
    private let slots: [String: String]

    init(_ slots: [String: String]) { self.slots = slots }

    /// - Precondition: brackets close, and every slot is known.
    func phrase(_ pattern: String, _ random: inout PersonRandom) -> String {
        var bytes: [UInt8] = []
        expand(Array(pattern.utf8)[...], into: &bytes, &random)
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ").joined(separator: " ")
        return words.withArticles.replacingSpaces(before: [",", ".", ";", "%"])
    }

    private func expand(
        _ pattern: ArraySlice<UInt8>, into phrase: inout [UInt8], _ random: inout PersonRandom
    ) {
        var place = pattern.startIndex
        while place < pattern.endIndex {
            switch pattern[place] {
            case UInt8(ascii: "["):
                let (parts, end) = Self.parts(of: pattern, from: place)
                if let part = random.pick(parts) { expand(part, into: &phrase, &random) }
                place = end
            case UInt8(ascii: "{"):
                let end = pattern[place...].firstIndex(of: UInt8(ascii: "}")) ?? pattern.endIndex
                let name = String(decoding: pattern[(place + 1)..<end], as: UTF8.self)
                guard let value = slots[name] ?? Self.common[name] else {
                    preconditionFailure("The slot {\(name)} has no value; known: \(slots.keys.sorted()).")
                }
                expand(Array(value.utf8)[...], into: &phrase, &random)
                place = end + 1
            default:
                phrase.append(pattern[place])
                place += 1
            }
        }
    }

    /// The parts between the bracket at `start` and its counterpart, and the place after that.
    private static func parts(
        of pattern: ArraySlice<UInt8>, from start: Int
    ) -> (parts: [ArraySlice<UInt8>], end: Int) {
        var parts: [ArraySlice<UInt8>] = []
        var depth = 0
        var begin = start + 1
        for place in start..<pattern.endIndex {
            switch pattern[place] {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "|") where depth == 1:
                parts.append(pattern[begin..<place])
                begin = place + 1
            case UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return (parts + [pattern[begin..<place]], place + 1) }
            default: break
            }
        }
        preconditionFailure("A bracket of \"\(String(decoding: pattern, as: UTF8.self))\" does not close.")
    }
}

extension String {
    /// With `an` for `a` where a vowel follows; none of our words after an article begins with a silent one.
    fileprivate var withArticles: String {
        var words = split(separator: " ")
        for (place, next) in words.enumerated().dropFirst() where ["a", "A"].contains(words[place - 1]) {
            if let first = next.first, "aeioAEIO".contains(first) { words[place - 1] += "n" }
        }
        return words.joined(separator: " ")
    }

    /// Without the space before any of the marks.
    fileprivate func replacingSpaces(before marks: Set<Character>) -> String {
        var result = ""
        for character in self {
            if marks.contains(character), result.last == " " { result.removeLast() }
            result.append(character)
        }
        return result
    }
}
