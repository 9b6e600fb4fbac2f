/// How much an encoder takes on at once.
public struct EncoderLimits: Sendable, Equatable {
    /// Texts that are worked on together, 1...1,000.
    public var batch = 16
    /// How long the first text of a batch waits for others.
    public var window = Duration.milliseconds(2)
    /// Texts and clips that may wait; more are refused.
    public var waiting = 256
    /// Texts whose vectors are kept: some 2 KB each, and at most 1 KB for the text itself.
    public var cachedTexts = 4_096
    /// Bytes of the longest text that is kept.
    static let longestCachedText = 1_024
    /// Clips that are decoded and encoded at once; their frames share the encoder's places.
    public var clipsAtOnce = 2

    /// The usual.
    public static let standard = EncoderLimits()

    /// The usual, to be changed.
    public init() {}
}
