public import EchoCore

/// A file that was not embedded, and why.
public struct LeftOutFile: Sendable, Equatable, Codable {
    /// Where it is, as the user wrote it.
    public let path: String
    /// Its bytes' SHA-256; `nil` where it could not be read.
    public let contentHash: ContentHash?
    /// How many bytes; `nil` where it could not be read.
    public let byteCount: Int?
    /// `duplicate`, `skipped` or `quarantined`.
    public let state: ItemState
    /// A stable reason code, such as a failure's code.
    public let code: String
    /// The reason in words, without patient data.
    public let reason: String
    /// For a duplicate: the clip whose bytes it has.
    public let clip: ClipID?
    /// The study it belongs to where that is known, so that deleting the study forgets this file too.
    public let study: StudyID?

    /// - Precondition: `state` is not `embedded`, and a duplicate names its clip.
    public init(
        path: String, contentHash: ContentHash?, byteCount: Int?, state: ItemState, code: String,
        reason: String, clip: ClipID? = nil, study: StudyID? = nil
    ) {
        precondition(state != .embedded, "an embedded file is not left out")
        precondition(state != .duplicate || clip != nil, "a duplicate names its clip")
        self.path = path
        self.contentHash = contentHash
        self.byteCount = byteCount
        self.state = state
        self.code = code
        self.reason = reason
        self.clip = clip
        self.study = study
    }
}
