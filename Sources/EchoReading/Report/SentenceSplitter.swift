/// Cuts one line into sentences.
struct SentenceSplitter: Sendable {
    /// In lower case; and those that count in their own case alone.
    private let abbreviations: Set<String>
    private let exact: Set<String>
    /// Before a small letter, the period of a shorter word is taken for an abbreviation's.
    private static let shortestPlainWord = 4

    init(abbreviations: [String]) {
        self.abbreviations = Set(abbreviations.filter { $0 == $0.lowercased() })
        exact = Set(abbreviations).subtracting(self.abbreviations)
    }

    /// The sentences, with their list numbers and final periods.
    func split(_ line: String) -> [String] {
        var pieces: [String] = []
        var words: [Substring] = []
        var number = 0
        let all = line.split(separator: " ")
        for (place, word) in all.enumerated() {
            let follows = place + 1 < all.count ? all[place + 1] : nil
            let marker = Self.listNumber(word)
            if let marker, isMarker(marker, after: words.last, last: number, before: follows) {
                if !words.isEmpty, words.last?.hasSuffix(":") != true { Self.flush(&words, into: &pieces) }
                number = marker
                words.append(word)
            } else {
                words.append(word)
                if ends(word, before: follows) { Self.flush(&words, into: &pieces) }
            }
        }
        Self.flush(&words, into: &pieces)
        return pieces
    }

    /// A piece without the `3.`, `3)`, `-` or `•` it begins with.
    static func withoutMarker(_ piece: String) -> String {
        let words = piece.split(separator: " ", maxSplits: 1)
        guard words.count == 2 else { return piece }
        return listNumber(words[0]) != nil || ["-", "*", "•"].contains(words[0]) ? String(words[1]) : piece
    }

    /// The number of a word such as `3.` or `12)`; `nil` for another word.
    private static func listNumber(_ word: Substring) -> Int? {
        guard let last = word.last, ".)".contains(last), (2...3).contains(word.count) else { return nil }
        return Int(word.dropLast())
    }

    /// Whether a number begins a list item: first in a line, first after a colon or a finished sentence,
    /// or the next in turn before a capital.
    private func isMarker(_ number: Int, after word: Substring?, last: Int, before next: Substring?) -> Bool {
        guard let next else { return false }
        guard let word else { return true }
        if word.hasSuffix(":") { return number == 1 }
        return last > 0 && number == last + 1 && next.first?.isUppercase == true
    }

    private func ends(_ word: Substring, before next: Substring?) -> Bool {
        guard let next else { return true }
        let bare = word.trimmingSuffix { "\"')]".contains($0) }
        if bare.hasSuffix("!") || bare.hasSuffix("?") { return true }
        guard bare.hasSuffix("."), !bare.hasSuffix("..") else { return false }
        let written = String(bare.dropLast().drop { "(\"'[".contains($0) })
        let stem = written.lowercased()
        if abbreviations.contains(stem) || exact.contains(written) { return false }
        let isInitial = stem.count == 1 && stem.first?.isLetter == true && !["i", "v", "x"].contains(stem)
        if isInitial { return false }
        let isPlainWord = stem.count >= Self.shortestPlainWord && !stem.contains(".")
        return next.first?.isLowercase != true || isPlainWord
    }

    private static func flush(_ words: inout [Substring], into pieces: inout [String]) {
        if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
        words = []
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while holds: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, holds(last) { rest = rest.dropLast() }
        return rest
    }
}
