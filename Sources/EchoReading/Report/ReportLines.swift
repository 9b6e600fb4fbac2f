/// A report's lines, whatever stands for a line end.
struct ReportLines {
    /// In order, white space collapsed; an empty one where the report has a blank line.
    let lines: [String]

    init(_ report: String) {
        let characters = Array(report)
        var lines: [String] = []
        var line = ""
        for place in characters.indices {
            if characters[place].isNewline || Self.isCommaForNewline(characters, at: place) {
                lines.append(Self.trimmed(line))
                line = ""
            } else {
                line.append(characters[place])
            }
        }
        lines.append(Self.trimmed(line))
        self.lines = lines
    }

    /// White space collapsed, commas and spaces at the ends dropped.
    static func trimmed(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let dropped = Set<Character>([" ", ","])
        guard let first = words.firstIndex(where: { !dropped.contains($0) }),
            let last = words.lastIndex(where: { !dropped.contains($0) })
        else { return "" }
        return String(words[first...last])
    }

    /// Whether a comma stands where a transcription had a line end: right before a capital or a list number.
    private static func isCommaForNewline(_ text: [Character], at place: Int) -> Bool {
        guard text[place] == ",", place + 1 < text.count else { return false }
        if place > 0, text[place - 1].isNumber { return false }
        let next = text[place + 1]
        if next.isUppercase { return true }
        var end = place + 1
        while end < text.count, text[end].isNumber { end += 1 }
        return (1...2).contains(end - place - 1) && end + 1 < text.count && ".)".contains(text[end])
            && text[end + 1].isWhitespace
    }
}
