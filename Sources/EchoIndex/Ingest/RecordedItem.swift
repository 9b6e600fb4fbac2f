public import EchoCore

/// How the index counted one input file.
public struct RecordedItem: Sendable, Equatable, Codable {
    /// The state it ended in; an item handed over as embedded is a duplicate where its vectors were known.
    public let state: ItemState
    /// Its clip, or the clip it is a duplicate of.
    public let clip: ClipID?
    /// That clip's study.
    public let study: StudyID?
    /// Another file with the same SOP Instance UID and other bytes, known before this one.
    public let sharesUIDWith: ClipID?
    /// Whether it names another patient than its study had; the study keeps the patient it had.
    public let hasOtherPatient: Bool
}
