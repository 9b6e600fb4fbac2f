internal import EchoCore  // absent values as null
public import Foundation

/// A run as kept: the only place in an index where the clock shows.
public struct StoredRun: Sendable, Equatable, Codable {
    /// Which run.
    public let id: RunID
    /// When it began.
    public let started: Date
    /// When it ended; `nil` for one that is running or was killed.
    public let finished: Date?
    /// Items by the state in which they ended.
    public let counts: [ItemState: Int]
}
