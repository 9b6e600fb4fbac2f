/// What a person put in the place of a section's sentences.
public struct SectionEdit: Sendable, Equatable, Codable {
    /// The id of its ``DraftSection``.
    public let section: String
    /// The text; it is not verified by having been written.
    public let text: String

    /// Joins the two.
    public init(section: String, text: String) {
        self.section = section
        self.text = text
    }

    /// What stands before every edited section, in every format.
    public static let label = "Edited by a person, not verified:"
    /// Its lines as they may be printed, those with nothing in them left out.
    var lines: [String] {
        text.split(whereSeparator: \.isNewline).map { CaptionScreen.printable(String($0)) }
            .filter { !$0.isEmpty }
    }
}
