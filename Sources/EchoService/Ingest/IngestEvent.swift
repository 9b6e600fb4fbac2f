/// What a run tells while it works.
public enum IngestEvent: Sendable {
    /// How many files there are.
    case found(files: Int)
    /// A file ended; events come in input order.
    case ended(IngestedFile)
}
