/// One thing to say, and all the ways to say it.
struct Topic: Sendable {
    /// Ways to say it by style; a style without any borrows those of ``WritingStyle/prose``.
    typealias Patterns = [WritingStyle: [String]]

    let section: ReportSectionName
    let claims: [Claim]
    let patterns: Patterns
    let slots: [String: String]

    init(
        _ section: ReportSectionName, _ claims: [Claim], _ patterns: Patterns, _ slots: [String: String] = [:]
    ) {
        self.section = section
        self.claims = claims
        self.patterns = patterns
        self.slots = slots
    }

    /// One of the ways.
    func sentence(in style: WritingStyle, _ random: inout PersonRandom) -> PhantomSentence {
        let ways = patterns[style] ?? patterns[.prose] ?? []
        precondition(!ways.isEmpty, "Nothing to say in style \(style.rawValue) of \(section.rawValue).")
        let phrase = Grammar(slots).phrase(random.pick(ways) ?? "", &random)
        return PhantomSentence(
            text: Self.finished(phrase, in: style), section: section.rawValue, claims: claims)
    }

    private static func finished(_ phrase: String, in style: WritingStyle) -> String {
        switch style {
        case .query: phrase
        case .fields: phrase.capitalizedFirst
        case .capitals: phrase.uppercased() + "."
        case .telegram, .prose, .dictation, .letter: phrase.capitalizedFirst + "."
        }
    }
}

extension String {
    /// With a capital where the first letter is a small one.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
