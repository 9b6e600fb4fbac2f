internal import EchoCore
public import Foundation

/// Something that happened to a job; kept, so that a listener who was away misses none.
public struct JobEvent: Sendable, Hashable, Codable {
    /// What happened.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Its files are on the disk, or it is to be tried again.
        case queued
        /// Work on it began, or went on after a restart.
        case started
        /// One of its files ended.
        case file
        /// Somebody asked for its end.
        case cancelling
        /// The disk or the system failed; it is tried again by itself, and a try that ends the same is not told.
        case waiting
        /// Every file has ended.
        case finished
        /// It was ended.
        case cancelled
        /// It could not go on.
        case failed
    }

    /// Which job.
    public let job: JobID
    /// Its place among the job's events, from 1, without gaps.
    public let sequence: Int
    /// When.
    public let time: Date
    /// What.
    public let kind: Kind
    /// The job's state since.
    public let state: JobState
    /// The file that ended, for that kind.
    public let file: JobFile?
    /// Files that have ended by now, by state.
    public let counts: JobCounts
    /// Files of the job.
    public let fileCount: Int
}
