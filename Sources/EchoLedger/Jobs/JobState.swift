/// Where an ingest job stands.
public enum JobState: String, Sendable, Codable, CaseIterable {
    /// Its files are on the disk, and it waits for its turn.
    case queued
    /// Its files are being embedded, or were when the process ended: then it goes on at the next start.
    case running
    /// Every file has ended.
    case finished
    /// Somebody ended it; files that were done by then stay.
    case cancelled
    /// It could not go on, through no fault of a file; its files wait until it is tried again or cancelled.
    case failed

    /// Whether nothing more will happen to it by itself.
    public var isOver: Bool { self != .queued && self != .running }
}
