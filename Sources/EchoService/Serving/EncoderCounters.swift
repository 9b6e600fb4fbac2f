/// What an encoder's queue did since it was made.
public struct EncoderCounters: Sendable, Equatable, Codable {
    /// Texts and clips that wait now.
    public var waiting = 0
    /// Those that are worked on now.
    public var running = 0
    /// Texts that were embedded, those from memory not counted.
    public var texts = 0
    /// Clips that were embedded or found not to be fit.
    public var clips = 0
    /// Texts whose vector was in memory.
    public var cacheHits = 0
    /// Batches of texts.
    public var batches = 0
    /// Texts in the largest of them.
    public var largestBatch = 0
    /// Refused, since too many waited.
    public var refused = 0
    /// Given up by who asked.
    public var cancelled = 0
    /// Texts and clips that ended in an error of their own.
    public var failed = 0
    /// Waited, seconds summed.
    public var queueSeconds = 0.0
    /// Worked on, seconds summed.
    public var workSeconds = 0.0

    /// Nothing yet.
    public init() {}
}
