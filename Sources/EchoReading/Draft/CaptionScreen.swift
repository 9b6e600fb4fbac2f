/// What of a caption may be printed in a draft.
package struct CaptionScreen: Sendable {
    private let everyone: PhraseMatcher<Bool>
    private let others: PhraseMatcher<Bool>
    private let numbers: NumberMask

    /// Reads the lexicon's rules.
    package init(_ sections: ReportSections) {
        func matcher(_ scopes: [WithheldPhrases.Scope]) -> PhraseMatcher<Bool> {
            PhraseMatcher(
                sections.withheld.filter { scopes.contains($0.scope) }
                    .flatMap { rule in rule.phrases.map { ($0, true) } })
        }
        everyone = matcher([.everyone])
        others = matcher([.everyone, .otherPatients])
        numbers = NumberMask(sections.numbers)
    }

    /// Whether the sentence must not be printed at all.
    package func withholds(_ text: String, samePatient: Bool) -> Bool {
        !(samePatient ? everyone : others).matches(in: text).isEmpty
    }

    /// The sentence on one line, without control characters and those that XML has not, so that it cannot pass for
    /// another line or break a document.
    package static func printable(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let kept = line.unicodeScalars.filter { scalar in
            let category = scalar.properties.generalCategory
            let isNoCharacter = scalar.value & 0xFFFE == 0xFFFE
            return category != .control && category != .format && !isNoCharacter
        }
        return String(String.UnicodeScalarView(kept))
    }

    /// The sentence with every number replaced, and how many there were.
    package func withoutNumbers(_ text: String) -> (text: String, count: Int) { numbers.applied(to: text) }
}
