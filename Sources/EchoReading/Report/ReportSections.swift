/// A report's sections in order, and the lexicon of its language: `Models/report/sections-en.yaml`.
public struct ReportSections: Sendable, Equatable, Codable {
    /// Such as `sections-en`.
    public let name: String
    /// Such as `en`.
    public let language: String
    /// In the order of a report.
    public let sections: [ReportSection]
    /// Headings that say nothing of the section, such as `findings`.
    public let generalHeadings: [String]
    /// Words of headings under which no finding of the study stands, such as `indication`.
    public let ignoredHeadings: [String]
    /// Words whose period does not end a sentence, without the period; in any case of letters, but one with a
    /// capital as it is written alone.
    public let abbreviations: [String]
    /// The views of a complete study, to say which are missing.
    public let expectedViews: [String]
    /// Sentences that a draft never takes over.
    public let withheld: [WithheldPhrases]
    /// How numbers are written.
    public let numbers: NumberLexicon

    /// Joins the parts.
    ///
    /// - Throws: ``ReadingError/sections(_:)`` with the first rule that is broken.
    public init(
        name: String, language: String, sections: [ReportSection], generalHeadings: [String],
        ignoredHeadings: [String],
        abbreviations: [String], expectedViews: [String], withheld: [WithheldPhrases],
        numbers: NumberLexicon
    ) throws(ReadingError) {
        self.name = name
        self.language = language
        self.sections = sections
        self.generalHeadings = generalHeadings
        self.ignoredHeadings = ignoredHeadings
        self.abbreviations = abbreviations
        self.expectedViews = expectedViews
        self.withheld = withheld
        self.numbers = numbers
        if let problem = firstProblem { throw .sections(problem) }
    }

    private var firstProblem: SectionProblem? {
        if sections.isEmpty { return SectionProblem.none }
        var ids: Set<String> = []
        var phrases: [String: String] = [:]
        for section in sections {
            if section.id.isEmpty || !ids.insert(section.id).inserted { return .id(section.id) }
            if section.headings.isEmpty, section.keywords.isEmpty { return .empty(section.id) }
            if section.weight < 1 { return .weight(section.id, found: section.weight) }
            for phrase in section.keywords {
                let other = phrases.updateValue(section.id, forKey: Words(phrase).key)
                if let other, other != section.id { return .phrase(phrase) }
            }
        }
        return nil
    }

    /// The file's keys.
    public enum CodingKeys: String, CodingKey {
        case name, language, sections, abbreviations, withheld, numbers
        case generalHeadings = "general_headings"
        case ignoredHeadings = "ignored_headings"
        case expectedViews = "expected_views"
    }

    /// Reads a file's keys.
    ///
    /// - Throws: ``ReadingError/sections(_:)`` besides what the decoder throws.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            name: try keys.decode(String.self, forKey: .name),
            language: try keys.decode(String.self, forKey: .language),
            sections: try keys.decode([ReportSection].self, forKey: .sections),
            generalHeadings: try keys.decode([String].self, forKey: .generalHeadings),
            ignoredHeadings: try keys.decode([String].self, forKey: .ignoredHeadings),
            abbreviations: try keys.decode([String].self, forKey: .abbreviations),
            expectedViews: try keys.decode([String].self, forKey: .expectedViews),
            withheld: try keys.decode([WithheldPhrases].self, forKey: .withheld),
            numbers: try keys.decode(NumberLexicon.self, forKey: .numbers))
    }
}
