/// Says which section a sentence without a heading belongs to.
struct SectionMatcher: Sendable {
    private let phrases: PhraseMatcher<String>
    private let order: [String: Int]

    init(_ lexicon: ReportSections) {
        phrases = PhraseMatcher(
            lexicon.sections.flatMap { section in section.keywords.map { ($0, section.id) } })
        order = Dictionary(uniqueKeysWithValues: lexicon.sections.enumerated().map { ($1.id, $0) })
    }

    /// The section with most words among the phrases found; then the one named first; `nil` for none.
    func section(of sentence: String) -> String? {
        var weights: [String: (words: Int, place: Int)] = [:]
        for match in phrases.matches(in: sentence) {
            let sum = weights[match.value] ?? (0, match.place)
            weights[match.value] = (sum.words + match.length, sum.place)
        }
        return weights.max { first, second in
            if first.value.words != second.value.words { return first.value.words < second.value.words }
            if first.value.place != second.value.place { return first.value.place > second.value.place }
            return (order[first.key] ?? 0) > (order[second.key] ?? 0)
        }?.key
    }
}
