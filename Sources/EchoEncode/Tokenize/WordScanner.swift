/// Splits a cleaned text into the words that are merged on their own.
///
/// In order: the two special tokens; `'s 't 're 've 'm 'll 'd`; a run of letters; one number sign; a run of
/// anything else but white space. Case is ignored, as by the reference: `ſ` counts as `s`.
///
/// - Source: the pattern of openai/CLIP's `simple_tokenizer.py`, as a scanner.
struct WordScanner {
    /// The special tokens as texts spell them; the files' own spelling does not matter.
    static let start = [Unicode.Scalar]("<start_of_text>")
    static let end = [Unicode.Scalar]("<end_of_text>")

    private static let endings = ["s", "t", "re", "ve", "m", "ll", "d"].map { [Unicode.Scalar]("'\($0)") }

    private let text: [Unicode.Scalar]
    private var place = 0

    /// Starts at the beginning of a text.
    init(_ text: [Unicode.Scalar]) { self.text = text }

    /// The next word; `nil` at the end.
    mutating func next() -> ArraySlice<Unicode.Scalar>? {
        while place < text.count, kind(at: place) == .space { place += 1 }
        guard place < text.count else { return nil }
        let first = place
        place = wordEnd(first)
        return text[first..<place]
    }

    private func wordEnd(_ first: Int) -> Int {
        if text[first] == "<" {
            for word in [WordScanner.start, WordScanner.end] where spells(word, at: first) {
                return first + word.count
            }
        }
        if text[first] == "'" {
            for ending in WordScanner.endings where spells(ending, at: first) { return first + ending.count }
        }
        let kind = kind(at: first)
        var last = first + 1
        if kind == .number { return last }
        while last < text.count, self.kind(at: last) == kind { last += 1 }
        return last
    }

    private func spells(_ word: [Unicode.Scalar], at first: Int) -> Bool {
        guard first + word.count <= text.count else { return false }
        return word.indices.allSatisfy { offset in
            let scalar = text[first + offset]
            return scalar == word[offset] || scalar == "\u{17F}" && word[offset] == "s"
        }
    }

    private func kind(at place: Int) -> ScalarKind { ScalarKind(text[place]) }
}
