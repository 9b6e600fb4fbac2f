/// Text as its Unicode scalars, which is how Python sees it: no canonical equivalence, no grapheme clusters.
extension Array<Unicode.Scalar> {
    /// The scalars of a string.
    init(_ text: String) { self = Array(text.unicodeScalars) }

    /// The text as a string.
    var string: String { String(String.UnicodeScalarView(self)) }

    /// One space for each stretch of white space, none at the ends.
    var singleSpaced: [Unicode.Scalar] {
        Array(split(whereSeparator: \.isPythonSpace).joined(separator: CollectionOfOne(" ")))
    }

    /// Whether a word stands at a place.
    func holds(_ word: [Unicode.Scalar], at place: Int) -> Bool {
        place + word.count <= count && self[place..<place + word.count].elementsEqual(word)
    }

    /// Every occurrence of a word, left to right, replaced by another.
    func replacing(_ word: String, with other: String) -> [Unicode.Scalar] {
        replacing([Unicode.Scalar](word), with: [Unicode.Scalar](other))
    }

    /// Every occurrence of a word, left to right, replaced by another.
    func replacing(_ word: [Unicode.Scalar], with other: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let head = word.first, contains(head) else { return self }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(count)
        var place = 0
        while place < count {
            if self[place] == head, holds(word, at: place) {
                result += other
                place += word.count
            } else {
                result.append(self[place])
                place += 1
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether Python's `str.split()` splits here.
    var isPythonSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            true
        default: false
        }
    }

    /// Whether Python's `\d` matches: a decimal digit of any script.
    var isDecimalDigit: Bool {
        isASCII ? ("0"..."9").contains(self) : properties.generalCategory == .decimalNumber
    }
}
