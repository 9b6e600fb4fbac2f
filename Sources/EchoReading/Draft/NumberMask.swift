/// Replaces numbers that were measured in another study.
///
/// A number is any character that Unicode counts as one, a number word of the lexicon, or a Roman numeral
/// after a word such as `grade`; its unit, and a second number joined to it, go with it.
package struct NumberMask: Sendable {
    /// What stands in a number's place.
    package static let placeholder = "[number in source, not measured here]"

    let words: Set<String>
    let grades: Set<String>
    let units: [[Character]]
    let connectors: [[Character]]
    let exempt: [[Character]]

    /// Reads the lexicon.
    package init(_ lexicon: NumberLexicon) {
        func longestFirst(_ texts: [String]) -> [[Character]] {
            texts.map { Array($0.lowercased()) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        }
        words = Set(lexicon.words.map { $0.lowercased() })
        grades = Set(lexicon.grades.map { $0.lowercased() })
        units = longestFirst(lexicon.units)
        connectors = longestFirst(lexicon.connectors)
        exempt = longestFirst(lexicon.exempt)
    }

    /// The text without its numbers, and how many were replaced.
    package func applied(to text: String) -> (text: String, count: Int) {
        let characters = Array(text)
        var result = ""
        var count = 0
        var place = 0
        var lastWord = ""
        while place < characters.count {
            let startsWord = place == 0 || !Self.isPart(characters[place - 1])
            if startsWord, let end = phrase(exempt, in: characters, at: place, needsEnd: true) {
                result += String(characters[place..<end])
                place = end
            } else if let end = statement(in: characters, at: place, after: lastWord) {
                result += Self.placeholder
                count += 1
                place = end
                lastWord = ""
            } else if characters[place].isLetter, place == 0 || !characters[place - 1].isLetter {
                let end = Self.wordEnd(characters, from: place)
                lastWord = String(characters[place..<end]).lowercased()
                result += String(characters[place..<end])
                place = end
            } else {
                result.append(characters[place])
                place += 1
            }
        }
        return (result, count)
    }

    /// The end of one or several joined numbers that begin here; `nil` for none.
    private func statement(in text: [Character], at start: Int, after word: String) -> Int? {
        guard var end = number(in: text, at: start, afterGrade: grades.contains(word)) else { return nil }
        while true {
            end = unit(in: text, after: end)
            guard let joined = connector(in: text, after: end),
                let next = number(in: text, at: joined, afterGrade: grades.contains(word))
            else { return end }
            end = next
        }
    }

    /// The end of one number that begins here; `nil` for none.
    private func number(in text: [Character], at start: Int, afterGrade: Bool) -> Int? {
        guard start < text.count else { return nil }
        if text[start].isNumber {
            var end = start + 1
            while end < text.count {
                let joins = ".,/:".contains(text[end]) && end + 1 < text.count && text[end + 1].isNumber
                guard text[end].isNumber || joins else { break }
                end += 1
            }
            while end < text.count, "+%".contains(text[end]) { end += 1 }
            for suffix in ["st", "nd", "rd", "th"] {
                if let past = phrase([Array(suffix)], in: text, at: end, needsEnd: true) { return past }
            }
            return end
        }
        guard start == 0 || !text[start - 1].isLetter else { return nil }
        let end = Self.wordEnd(text, from: start)
        let word = String(text[start..<end]).lowercased()
        let isRoman = afterGrade && !word.isEmpty && word.allSatisfy { "ivx".contains($0) }
        return words.contains(word) || isRoman ? end : nil
    }
}
