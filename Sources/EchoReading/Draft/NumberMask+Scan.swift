extension NumberMask {
    /// Whether a character is part of a word or number.
    static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Where the run of letters that begins at `start` ends.
    ///
    /// It stops before a digit, so that `EF55` is a word and a number.
    static func wordEnd(_ text: [Character], from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].isLetter, !text[end].isNumber { end += 1 }
        return end
    }

    /// The end of the first of the phrases that stands at a place; `nil` for none.
    func phrase(_ phrases: [[Character]], in text: [Character], at start: Int, needsEnd: Bool) -> Int? {
        for phrase in phrases where start + phrase.count <= text.count {
            let end = start + phrase.count
            let equal = zip(phrase, text[start..<end]).allSatisfy { String($0) == $1.lowercased() }
            let ends = end == text.count || !Self.isPart(text[end]) || !Self.isPart(text[end - 1])
            if equal, ends || !needsEnd { return end }
        }
        return nil
    }

    /// Past the unit that follows a number, if one does.
    func unit(in text: [Character], after end: Int) -> Int {
        var start = end
        while start < text.count, text[start] == " " || text[start] == "-" { start += 1 }
        return phrase(units, in: text, at: start, needsEnd: true) ?? end
    }

    /// Past the connector that follows a number, with the spaces around it; `nil` for none.
    func connector(in text: [Character], after end: Int) -> Int? {
        var start = end
        while start < text.count, text[start] == " " { start += 1 }
        guard var past = phrase(connectors, in: text, at: start, needsEnd: true) else {
            return start > end ? start : nil
        }
        while past < text.count, text[past] == " " { past += 1 }
        return past
    }
}
