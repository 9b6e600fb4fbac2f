/// A study's report, split into sentences; patient data.
public struct NewReport: Sendable {
    /// The study's natural key: its StudyInstanceUID, its name in a manifest, or its accession number.
    public var studyKey: String
    /// The whole text.
    public var text: String
    /// Its sentences in order.
    public var sentences: [NewSentence]
    /// The space of the sentences' vectors; `nil` where none has one.
    public var space: EmbeddingSpace?

    /// Joins the parts.
    public init(studyKey: String, text: String, sentences: [NewSentence], space: EmbeddingSpace? = nil) {
        self.studyKey = studyKey
        self.text = text
        self.sentences = sentences
        self.space = space
    }
}
