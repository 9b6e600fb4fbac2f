public import EchoCore
public import EchoIndex

/// How one input file of a run ended.
public struct IngestedFile: Sendable, Encodable {
    /// The path as given or found.
    public let input: String
    /// The one state it ended in.
    public let state: ItemState
    /// A stable reason code; `nil` for an embedded file.
    public let code: String?
    /// The reason in words; `nil` for an embedded file.
    public let reason: String?
    /// What it shows, where it was embedded.
    public let kind: ClipKind?
    /// Its clip, or the clip it repeats.
    public let clip: ClipID?
    /// That clip's study.
    public let study: StudyID?
    /// Another file of other bytes with the same SOP Instance UID.
    public let sharesUidWith: ClipID?
    /// Whether the caller named the file itself, so that a skip is not what was asked for.
    let isNamed: Bool

    enum CodingKeys: String, CodingKey {
        case input, state, code, reason, kind, clip, study, sharesUidWith
    }

    /// Whether the run did less than the caller asked for.
    public var isFailure: Bool {
        state == .quarantined || (state == .skipped && isNamed && code != Self.companionCode)
    }

    private static let companionCode = InputError.companion.report.code
}
