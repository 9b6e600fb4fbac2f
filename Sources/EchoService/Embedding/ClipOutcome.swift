public import EchoCore

/// How one file ended: embedded, or left out with the reason.
public enum ClipOutcome: Sendable {
    /// Its vectors, and what was learnt on the way.
    case embedded(EmbeddedClip)
    /// It is a clip, or may be one, and it could not be embedded safely.
    case quarantined(FailureReport)
    /// It is no clip.
    case skipped(FailureReport)
}
