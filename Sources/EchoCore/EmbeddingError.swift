/// Why a vector is not an embedding.
public enum EmbeddingError: EchoFailure, Equatable {
    /// The vector is zero or not finite, so it points nowhere.
    case noDirection(dimension: Int)
    /// A stored vector has lost its unit length.
    case notUnit(norm: Double)
    /// A mean of no embeddings was asked for.
    case nothingToAverage

    /// What to tell the person.
    public var report: FailureReport {
        switch self {
        case .noDirection(let dimension):
            FailureReport(
                "embedding.noDirection", .defect,
                reason: "The model gave a \(dimension)-value vector that is zero or not finite.",
                remedy: "Run `echoseek model verify` on the model; if it passes, report a defect.")
        case .notUnit(let norm):
            FailureReport(
                "embedding.notUnit", .damaged,
                reason: "A stored vector has length \(norm), and every embedding has length 1.",
                remedy: "Run `echoseek index verify` to find the damaged record.")
        case .nothingToAverage:
            FailureReport(
                "embedding.nothingToAverage", .badInput,
                reason: "There is no embedding to average.",
                remedy: "Give at least one clip that could be embedded.")
        }
    }
}
