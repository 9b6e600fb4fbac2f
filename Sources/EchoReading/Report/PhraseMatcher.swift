/// Finds phrases in a text, word by word; the leftmost first, of those the longest.
package struct PhraseMatcher<Value: Sendable>: Sendable {
    /// A phrase that was found.
    package struct Match: Sendable {
        /// What it stands for.
        package let value: Value
        /// Where its first word is, counted in words.
        package let place: Int
        /// How many words it has.
        package let length: Int
    }

    private let byFirstWord: [String: [(words: [String], value: Value)]]

    /// - Parameter phrases: each with what it stands for; blank ones are passed over.
    package init(_ phrases: [(phrase: String, value: Value)]) {
        var table: [String: [(words: [String], value: Value)]] = [:]
        for (phrase, value) in phrases {
            let words = Words(phrase).words
            if let first = words.first { table[first, default: []].append((words, value)) }
        }
        byFirstWord = table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// All matches, none overlapping another.
    package func matches(in text: String) -> [Match] {
        let words = Words(text).words
        var found: [Match] = []
        var place = 0
        while place < words.count {
            let rest = words[place...]
            if let hit = byFirstWord[words[place]]?.first(where: { rest.starts(with: $0.words) }) {
                found.append(Match(value: hit.value, place: place, length: hit.words.count))
                place += hit.words.count
            } else {
                place += 1
            }
        }
        return found
    }
}
