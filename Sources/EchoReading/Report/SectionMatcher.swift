/// Says which section a sentence without a heading belongs to.
struct SectionMatcher: Sendable {
    private let phrases: PhraseMatcher<String>
    private let order: [String: Int]
    private let weights: [String: Int]

    init(_ lexicon: ReportSections) {
        phrases = PhraseMatcher(
            lexicon.sections.flatMap { section in section.keywords.map { ($0, section.id) } })
        order = Dictionary(uniqueKeysWithValues: lexicon.sections.enumerated().map { ($1.id, $0) })
        weights = Dictionary(uniqueKeysWithValues: lexicon.sections.map { ($0.id, $0.weight) })
    }

    /// The section with most words among the phrases found, by its weight; then the one named first; `nil` for
    /// none.
    func section(of sentence: String) -> String? {
        var found: [String: (weight: Int, place: Int)] = [:]
        for match in phrases.matches(in: sentence) {
            let sum = found[match.value] ?? (0, match.place)
            found[match.value] = (sum.weight + match.length * (weights[match.value] ?? 1), sum.place)
        }
        return found.max { first, second in
            if first.value.weight != second.value.weight { return first.value.weight < second.value.weight }
            if first.value.place != second.value.place { return first.value.place > second.value.place }
            return (order[first.key] ?? 0) > (order[second.key] ?? 0)
        }?.key
    }
}
