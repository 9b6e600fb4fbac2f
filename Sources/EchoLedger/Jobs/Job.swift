internal import EchoCore
public import Foundation

/// An ingest job as kept: counts and opaque ids alone.
public struct Job: Sendable, Hashable, Codable {
    /// Which job.
    public let id: JobID
    /// Where it stands.
    public let state: JobState
    /// Who sent the files.
    public let actor: AuditActor
    /// When it was acknowledged.
    public let created: Date
    /// When work on it first began.
    public let started: Date?
    /// When it was over.
    public let finished: Date?
    /// Files sent.
    public let fileCount: Int
    /// Their bytes, together.
    public let byteCount: Int
    /// Files that have ended, by state.
    public let counts: JobCounts
    /// Whether it ends as soon as the files in flight are stored.
    public let isCancelling: Bool
    /// Why it failed, or why it waits to be tried again: a failure's code.
    public let code: String?
    /// The same in words.
    public let reason: String?
    /// The number of its latest event.
    public let lastEvent: Int

    /// Whether it met a failure that may pass, and is tried again by itself.
    var isWaiting: Bool { state == .running && code != nil }
}
