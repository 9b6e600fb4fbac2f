/// Whose work goes first at the encoder.
public enum Urgency: Sendable {
    /// Somebody waits for the answer.
    case interactive
    /// An ingest, which goes on for as long as it takes.
    case background
}
