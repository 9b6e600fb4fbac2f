public import EchoCore
public import Foundation

/// One file of a job; its name is not kept.
public struct JobFile: Sendable, Hashable, Codable {
    /// Its place among the files sent, from 0.
    public let ordinal: Int
    /// Its bytes' SHA-256; `nil` once its study was deleted.
    public let contentHash: ContentHash?
    /// How many bytes.
    public let byteCount: Int
    /// How it ended; `nil` before that.
    public let end: FileEnd?
    /// A stable reason code; `nil` for an embedded file.
    public let code: String?
    /// The reason in words, without patient data.
    public let reason: String?
    /// Its clip, or the clip it repeats.
    public let clip: ClipID?
    /// That clip's study.
    public let study: StudyID?
    /// When it ended.
    public let ended: Date?

    /// A file that has just arrived.
    package init(ordinal: Int, contentHash: ContentHash, byteCount: Int) {
        self.init(
            ordinal: ordinal, contentHash: contentHash, byteCount: byteCount, end: nil, code: nil,
            reason: nil,
            clip: nil, study: nil, ended: nil)
    }

    init(
        ordinal: Int, contentHash: ContentHash?, byteCount: Int, end: FileEnd?, code: String?,
        reason: String?,
        clip: ClipID?, study: StudyID?, ended: Date?
    ) {
        self.ordinal = ordinal
        self.contentHash = contentHash
        self.byteCount = byteCount
        self.end = end
        self.code = code
        self.reason = reason
        self.clip = clip
        self.study = study
        self.ended = ended
    }
}
