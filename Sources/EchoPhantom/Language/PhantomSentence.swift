/// One sentence of a made-up report or one search phrase, and what it says.
public struct PhantomSentence: Sendable, Equatable, Codable {
    /// As written, its final period included.
    public let text: String
    /// The id of the report's section, as in `Models/report/sections-en.yaml`.
    public let section: String
    /// All that it states of the heart of this study; none for a sentence on quality, or on change alone.
    public let claims: [Claim]

    /// Takes all of it.
    public init(text: String, section: String, claims: [Claim]) {
        self.text = text
        self.section = section
        self.claims = claims
    }
}
