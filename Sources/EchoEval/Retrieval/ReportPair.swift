import EchoCore

/// A study and its report, each as one point.
struct ReportPair: Sendable {
    let study: EmbeddedStudy
    /// The direction of the mean over the report's sentences.
    let report: Embedding
    /// The report's sentences, for counting distinct ones.
    let text: String
}
