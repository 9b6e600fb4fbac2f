/// A report with its numbers and grades taken out, and these in their order.
struct TemplateValues {
    /// Stands for one value: a noncharacter, so that no report can spell it.
    static let placeholder: Unicode.Scalar = "\u{FFFE}"
    /// How template files spell the placeholder.
    static let spelling = "<#>"

    /// The text with a placeholder for each value.
    private(set) var text: [Unicode.Scalar] = []
    /// The values, left to right.
    private(set) var values: [[Unicode.Scalar]] = []

    /// In the order in which they are tried at a place.
    private static let grades = [
        "MODERATE/SEVERE", "MILD/MODERATE", "MILD", "MODERATE", "SEVERE", "VERY SEVERE",
    ].map([Unicode.Scalar].init)

    /// Takes the values out of a cleaned report: digits with at most one period, and grades of severity.
    init(_ cleaned: [Unicode.Scalar]) {
        let cleaned = cleaned.filter { $0 != TemplateValues.placeholder }
        var place = 0
        while place < cleaned.count {
            let length = TemplateValues.length(in: cleaned, at: place)
            if length > 0 {
                values.append(Array(cleaned[place..<place + length]))
                text.append(TemplateValues.placeholder)
            } else {
                text.append(cleaned[place])
            }
            place += max(1, length)
        }
    }

    /// Applies the literal replacements of the model folder.
    mutating func apply(_ replacements: [(found: [Unicode.Scalar], other: [Unicode.Scalar])]) {
        for (found, other) in replacements { text = text.replacing(found, with: other) }
    }

    private static func length(in text: [Unicode.Scalar], at place: Int) -> Int {
        if text[place].isDecimalDigit {
            let whole = text[place...].prefix(while: \.isDecimalDigit)
            guard whole.endIndex < text.count, text[whole.endIndex] == "." else { return whole.count }
            return whole.count + 1 + text[(whole.endIndex + 1)...].prefix(while: \.isDecimalDigit).count
        }
        if place > 0, text[place - 1].isASCII, text[place - 1].properties.isAlphabetic { return 0 }
        return grades.first { text.holds($0, at: place) }?.count ?? 0
    }
}
