/// Which rule a file of report sections breaks.
public enum SectionProblem: Sendable, Equatable {
    /// There is no section.
    case none
    /// A section's id is blank or given twice.
    case id(String)
    /// A section has neither headings nor keywords.
    case empty(String)
    /// A phrase belongs to two sections.
    case phrase(String)
    /// A section's words would count for nothing.
    case weight(String, found: Int)

    /// Found, and expected.
    package var words: String {
        switch self {
        case .none: "0 sections, at least 1 is expected."
        case .id(let id): "id \"\(id)\" is blank or given twice; ids are expected to differ."
        case .empty(let id): "section \(id) has 0 headings and keywords, at least 1 is expected."
        case .phrase(let phrase): "\"\(phrase)\" is listed under two sections, one is expected."
        case .weight(let id, let found): "section \(id) has weight \(found); at least 1 is expected."
        }
    }
}
