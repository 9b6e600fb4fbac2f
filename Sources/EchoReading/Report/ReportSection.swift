/// One section of a report, and the words by which a sentence is known to belong to it.
public struct ReportSection: Sendable, Hashable, Codable {
    /// Whose captions may fill a section.
    public enum Source: String, Sendable, Codable, CaseIterable {
        /// Captions of any study but the drafted one.
        case captions
        /// None: what it says holds for the study it was written for alone.
        case reader
    }

    /// For scripts, such as `left-ventricle`.
    public let id: String
    /// As printed.
    public let title: String
    /// What reports call it in a heading.
    public let headings: [String]
    /// Phrases that a sentence of it has; those with most weight decide.
    public let keywords: [String]
    /// How much each word of a phrase counts against other sections' words, at least 1.
    public let weight: Int
    /// Whose captions may fill it.
    public let source: Source

    /// Joins the parts.
    public init(
        id: String, title: String, headings: [String], keywords: [String], weight: Int = 1,
        source: Source = .captions
    ) {
        self.id = id
        self.title = title
        self.headings = headings
        self.keywords = keywords
        self.weight = weight
        self.source = source
    }

    private enum CodingKeys: String, CodingKey { case id, title, headings, keywords, weight, source }

    /// Reads a section; `headings`, `keywords`, `weight` and `source` may be missing.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try keys.decode(String.self, forKey: .id),
            title: try keys.decode(String.self, forKey: .title),
            headings: try keys.decodeIfPresent([String].self, forKey: .headings) ?? [],
            keywords: try keys.decodeIfPresent([String].self, forKey: .keywords) ?? [],
            weight: try keys.decodeIfPresent(Int.self, forKey: .weight) ?? 1,
            source: try keys.decodeIfPresent(Source.self, forKey: .source) ?? .captions)
    }
}
