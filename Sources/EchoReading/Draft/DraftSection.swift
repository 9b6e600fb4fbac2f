internal import EchoCore  // absent values as null

/// One section of a draft: sentences, or why there are none.
public struct DraftSection: Sendable, Equatable, Codable {
    /// The id of its ``ReportSection``.
    public let id: String
    /// As printed.
    public let title: String
    /// Nearest first.
    public let sentences: [DraftSentence]
    /// Why it is empty; `nil` where it is not.
    public let abstention: Abstention?
    /// How many captions there were to choose from.
    public let candidates: Int
    /// How many of those the lexicon's rules kept out, before enough were found.
    public let withheld: Int
    /// How far the best is above the section's median; `nil` for fewer than two captions.
    public let margin: Float?
}
