/// Brings a report into the template's spelling: capitals, present tense, no dates, no codes, no loose spaces.
///
/// - Source: the behavior of echonet/echo_CLIP's `template_tokenizer.py`, written from its description.
///   Words are replaced wherever they stand, inside longer words too (`ABNORMALLY` → `ABNORMAL`).
struct ReportCleaner: Sendable {
    /// Phrases that get a period where the report has none after them: data of the model folder.
    let phrasesWithoutPeriod: [String]

    private static let removed = ["^", "CRLF", "\u{2021}"]
    private static let spellings = [
        ("WAS", "IS"), ("WERE", "ARE"), ("AND/OR", "AND"), ("NORMALLY", "NORMAL"), ("MILDLY", "MILD"),
        ("MODERATELY", "MODERATE"), ("SEVERELY", "SEVERE"), ("PULMONARY ARTERY", "PA"),
    ]
    private static let units = ["MMHG", "MM", "CM", "%", "."].map([Unicode.Scalar].init)

    /// The cleaned report, ending in one space; empty where nothing is left.
    func cleaned(_ report: String) -> [Unicode.Scalar] {
        var text = report.unicodeScalars.flatMap { Array($0.properties.uppercaseMapping.unicodeScalars) }
        text = text.replacing("`", with: "'")
        for word in ReportCleaner.removed { text = text.replacing(word, with: "") }
        text = ReportCleaner.spacedPeriods(text).filter { $0 != "[" && $0 != "]" }
        for (word, other) in ReportCleaner.spellings { text = text.replacing(word, with: other) }
        text = ReportCleaner.withoutDates(text)
        text = ReportCleaner.withoutCodes(text)
        text = ReportCleaner.closedUp(text).singleSpaced
        text = text.replacing(" + ", with: "+").replacing("+CVPMMHG", with: "MMHG")
        guard !text.isEmpty else { return [] }
        text.append(" ")
        for phrase in phrasesWithoutPeriod { text = text.replacing(phrase + " ", with: phrase + ". ") }
        return ReportCleaner.singlePeriods(text)
    }

    /// A space after each period that has not a digit on both sides.
    private static func spacedPeriods(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.indices.flatMap { place -> [Unicode.Scalar] in
            guard text[place] == "." else { return [text[place]] }
            let follows = place > 0 && text[place - 1].isDecimalDigit
            let leads = place + 1 < text.count && text[place + 1].isDecimalDigit
            return follows && leads ? ["."] : [".", " "]
        }
    }

    /// Takes out `dd/dd/dddd` and `dd.dd.dddd`.
    private static func withoutDates(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        removing(text) { place in
            guard place + 10 <= text.count else { return nil }
            let mark = text[place + 2]
            guard mark == "/" || mark == ".", text[place + 5] == mark else { return nil }
            let digits = [0, 1, 3, 4, 6, 7, 8, 9]
            return digits.allSatisfy { text[place + $0].isDecimalDigit } ? place + 10 : nil
        }
    }

    /// Takes out diagnosis codes, as `I50.9`: a capital, digits, a period, digits to a word's end.
    private static func withoutCodes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        removing(text) { place in
            guard ("A"..."Z").contains(text[place]) else { return nil }
            let whole = text[(place + 1)...].prefix(while: \.isDecimalDigit)
            guard !whole.isEmpty, whole.endIndex < text.count, text[whole.endIndex] == "." else { return nil }
            let part = text[(whole.endIndex + 1)...].prefix(while: \.isDecimalDigit)
            guard !part.isEmpty else { return nil }
            let endsWord = part.endIndex == text.count || !text[part.endIndex].isWordCharacter
            return endsWord ? part.endIndex : whole.endIndex + 1
        }
    }

    /// No white space before a unit or a period.
    private static func closedUp(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        removing(text) { place in
            let space = text[place...].prefix(while: \.isPythonSpace)
            guard !space.isEmpty else { return nil }
            return units.contains { text.holds($0, at: space.endIndex) } ? space.endIndex : nil
        }
    }

    private static func singlePeriods(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        removing(text) { place in
            place > 0 && text[place] == "." && text[place - 1] == "." ? place + 1 : nil
        }
    }

    /// Leaves out what `end` finds at a place: up to the place it returns.
    private static func removing(_ text: [Unicode.Scalar], _ end: (Int) -> Int?) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            if let next = end(place) {
                place = next
            } else {
                result.append(text[place])
                place += 1
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether Python's `\w` matches.
    fileprivate var isWordCharacter: Bool {
        self == "_" || ScalarKind(self) == .letter || ScalarKind(self) == .number
    }
}
