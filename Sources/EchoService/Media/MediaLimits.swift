/// How much a server draws and keeps.
public struct MediaLimits: Sendable, Equatable {
    /// Bytes of drawn files that are kept; those used longest ago go first.
    public var cacheBytes = 2 << 30
    /// Files that are drawn at once.
    public var rendersAtOnce = 1
    /// Files that may wait to be drawn; more are refused.
    public var waiting = 64
    /// How many of the clips taken in last are drawn before anybody asks.
    public var ahead = 256
    /// The most frames of a contact sheet.
    public var sheetFrames = 64

    /// The usual.
    public static let standard = MediaLimits()

    /// The usual, to be changed.
    public init() {}
}
