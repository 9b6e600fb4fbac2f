/// How a language writes numbers beside digits, which every language's rule covers.
public struct NumberLexicon: Sendable, Hashable, Codable {
    /// Number words, such as `two`.
    public let words: [String]
    /// What follows a number and goes with it, such as `mmHg`.
    public let units: [String]
    /// Words that a Roman numeral follows, such as `grade`.
    public let grades: [String]
    /// What joins two numbers to one statement, such as `to`.
    public let connectors: [String]
    /// Names with a digit or number word in them that measure nothing, such as `2D`.
    public let exempt: [String]

    /// Joins the parts.
    public init(
        words: [String], units: [String], grades: [String], connectors: [String], exempt: [String]
    ) {
        self.words = words
        self.units = units
        self.grades = grades
        self.connectors = connectors
        self.exempt = exempt
    }
}
