public import EchoCore

/// One sentence of a report.
public struct NewSentence: Sendable {
    /// The section it stands in, such as `left ventricle`.
    public var section: String
    /// Its words.
    public var text: String
    /// Its vector in the report's space; `nil` where it has none.
    public var embedding: Embedding?
    /// Its id; `nil` derives one from the study, the place, the section and the words.
    public var id: CaptionID?

    /// Joins the parts.
    ///
    /// - Precondition: an id has at most 24 bytes.
    public init(section: String, text: String, embedding: Embedding? = nil, id: CaptionID? = nil) {
        precondition((id?.text.utf8.count ?? 0) <= 24, "a caption's id has more than 24 bytes")
        self.section = section
        self.text = text
        self.embedding = embedding
        self.id = id
    }
}
