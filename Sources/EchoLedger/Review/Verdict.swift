public import EchoCore
public import Foundation

/// A reviewer's word on one study and one prompt set.
public struct Verdict: Sendable, Hashable, Codable {
    /// Its place among all verdicts, in the order in which they were given.
    public let number: Int
    /// The study.
    public let study: StudyID
    /// The prompt set's name.
    public let promptSet: String
    /// The word.
    public let value: VerdictValue
    /// What else the reviewer wrote; may hold patient data.
    public let note: String?
    /// Who.
    public let actor: AuditActor
    /// When.
    public let time: Date
}
