/// What was drawn since the start.
public struct MediaCounters: Sendable, Equatable, Codable {
    /// Files that were there already.
    public var hits = 0
    /// Files that were drawn.
    public var renders = 0
    /// Files that could not be drawn.
    public var failed = 0
    /// Files that nobody waited for any longer.
    public var cancelled = 0
    /// Refused, since too many waited.
    public var refused = 0
    /// Files removed to make room.
    public var evicted = 0
    /// Bytes kept now.
    public var bytes = 0

    /// Nothing yet.
    public init() {}
}
