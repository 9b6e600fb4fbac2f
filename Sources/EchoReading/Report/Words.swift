/// A text's words in lower case, a plural's `s` cut off; everything else separates.
package struct Words: Sendable, Hashable {
    /// In order.
    package let words: [String]

    /// - Complexity: O(length).
    package init(_ text: String) {
        words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { Self.singular($0) }
    }

    /// The words with one space between.
    package var key: String { words.joined(separator: " ") }

    private static func singular(_ word: Substring) -> String {
        let keepsS = ["ss", "us", "is"].contains { word.hasSuffix($0) }
        return word.count > 3 && word.hasSuffix("s") && !keepsS ? String(word.dropLast()) : String(word)
    }
}
