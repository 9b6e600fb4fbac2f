/// A study's report in one style.
public struct PhantomReport: Sendable, Equatable {
    /// How it is written.
    public let style: WritingStyle
    /// With section headings; lines end with a line feed.
    public let text: String
    /// In the order of the text.
    public let sentences: [PhantomSentence]
}
