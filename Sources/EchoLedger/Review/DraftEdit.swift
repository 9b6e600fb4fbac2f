public import EchoCore
public import Foundation

/// A draft and what somebody made of it; may hold patient data.
public struct DraftEdit: Sendable, Hashable, Codable {
    /// Its place among all edits, in the order in which they were kept.
    public let number: Int
    /// The study.
    public let study: StudyID
    /// The text as it was drafted when the edit was made, in the words of whoever sent it.
    public let draft: String
    /// The text since.
    public let edited: String
    /// Who.
    public let actor: AuditActor
    /// When.
    public let time: Date

    /// What changed, line by line.
    ///
    /// - Complexity: O((n + m) · d) for d changed lines of at most some 4,000.
    public var changes: [DraftChange] { DraftChange.between(draft, edited) }
}
