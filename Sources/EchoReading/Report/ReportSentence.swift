/// One sentence of a report.
public struct ReportSentence: Sendable, Hashable, Codable {
    /// From 0 within its report.
    public let ordinal: Int
    /// As written, white space collapsed.
    public let text: String
    /// The heading it stands under, as written; `nil` for none.
    public let heading: String?
    /// The id of its ``ReportSection``; `nil` where no heading or keyword says.
    public let section: String?

    /// The sentence with its heading before it where it is too short to be understood alone.
    public var standalone: String {
        guard let heading, text.split(separator: " ").count < Self.shortest else { return text }
        return "\(heading): \(text)"
    }

    /// Sentences of fewer words lean on their heading, as `Mildly dilated.` does.
    private static let shortest = 4
}
