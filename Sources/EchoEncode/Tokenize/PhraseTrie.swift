/// Phrases with ids, found in a text from left to right, the longest at each place.
struct PhraseTrie: Sendable {
    private var steps: [UInt64: Int32] = [:]
    private var ids: [Int32?] = [nil]

    /// A phrase found in a text.
    struct Match {
        let id: Int32
        let range: Range<Int>
    }

    /// Takes a phrase in; `false` where it is there already.
    mutating func insert(_ phrase: [Unicode.Scalar], id: Int32) -> Bool {
        var node: Int32 = 0
        for scalar in phrase {
            if let next = steps[PhraseTrie.key(node, scalar)] {
                node = next
            } else {
                steps[PhraseTrie.key(node, scalar)] = Int32(ids.count)
                node = Int32(ids.count)
                ids.append(nil)
            }
        }
        guard ids[Int(node)] == nil else { return false }
        ids[Int(node)] = id
        return true
    }

    /// The phrases in a text, none overlapping: leftmost first, longest of those that start together.
    ///
    /// - Complexity: O(*n* · longest phrase).
    func matches(in text: [Unicode.Scalar]) -> [Match] {
        var matches: [Match] = []
        var place = 0
        while place < text.count {
            if let match = longest(in: text, at: place) {
                matches.append(match)
                place = match.range.upperBound
            } else {
                place += 1
            }
        }
        return matches
    }

    private func longest(in text: [Unicode.Scalar], at first: Int) -> Match? {
        var node: Int32 = 0
        var found: Match?
        for place in first..<text.count {
            guard let next = steps[PhraseTrie.key(node, text[place])] else { break }
            node = next
            if let id = ids[Int(node)] { found = Match(id: id, range: first..<place + 1) }
        }
        return found
    }

    private static func key(_ node: Int32, _ scalar: Unicode.Scalar) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar.value)
    }
}
