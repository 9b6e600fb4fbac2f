/// Whose work goes first at the encoder.
public enum Urgency: Sendable {
    /// A look whether the encoder works, of which there is one at a time.
    case watch
    /// Somebody waits for the answer.
    case interactive
    /// An ingest, which goes on for as long as it takes.
    case background
}
